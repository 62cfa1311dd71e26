package de.gremienlauf.meeting;

import de.gremienlauf.calendar.BodyKind;
import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.Objections;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.document.ExcerptDocument;
import de.gremienlauf.document.MeetingRenderer;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.mail.MailAttachment;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.OutgoingMail;
import de.gremienlauf.meeting.MeetingDocuments.NewDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The excerpts about single items (Beschlussauszug): provisional as soon as a result is recorded, certified once the
 * minutes are released, and each time anew when the result is corrected. None is ever changed.
 */
@Service
@Transactional
public class Excerpts {

  private static final String PROCESS = "excerpt";

  private final AgendaItemRepository items;
  private final ItemCorrectionRepository corrections;
  private final MinutesObjectionRepository objections;
  private final MeetingMinutesRepository minutes;
  private final MinutesSignatureRepository signatures;
  private final Meetings meetings;
  private final MeetingPrinter printer;
  private final MeetingRenderer renderer;
  private final MeetingDocuments documents;
  private final Matters matters;
  private final Objections enforceable;
  private final Outbox outbox;
  private final ProcessMessages processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Excerpts(AgendaItemRepository items, ItemCorrectionRepository corrections, MinutesObjectionRepository objections,
      MeetingMinutesRepository minutes, MinutesSignatureRepository signatures, Meetings meetings,
      MeetingPrinter printer, MeetingRenderer renderer, MeetingDocuments documents, Matters matters,
      Objections enforceable, Outbox outbox, ProcessMessages processes, ApplicationEventPublisher events,
      Clock clock) {
    this.items = items;
    this.corrections = corrections;
    this.objections = objections;
    this.minutes = minutes;
    this.signatures = signatures;
    this.meetings = meetings;
    this.printer = printer;
    this.renderer = renderer;
    this.documents = documents;
    this.matters = matters;
    this.enforceable = enforceable;
    this.outbox = outbox;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void onConcluded(ItemConcluded concluded) {
    order(items.findById(concluded.itemId()).orElseThrow(), false);
  }

  /** A corrected result makes every earlier excerpt wrong; those who have one get the next. */
  @EventListener
  void onCorrected(ItemCorrected corrected) {
    corrections.save(new ItemCorrection(null, corrected.itemId(), LocalDate.now(clock), corrected.former(),
        corrected.reason()));
    AgendaItem item = items.findById(corrected.itemId()).orElseThrow();
    order(item, false);
    if (item.certified) {
      order(item, true);
    }
  }

  /** Lets an excerpt be made; an item without paper has none. */
  void order(AgendaItem item, boolean certified) {
    if (item.consultationId != null) {
      processes.startProcess(PROCESS, String.valueOf(item.id),
          Map.of("agendaItemId", item.id, "certified", certified));
    }
  }

  /**
   * Makes the excerpt, files it with the paper and queues a mail to the lead office if its address is known.
   *
   * @return the batch of the mail
   */
  public String make(Long itemId, boolean certified) {
    AgendaItem item = items.findById(itemId).orElseThrow();
    MeetingFile file = printer.fileOfItem(ItemDetails.of(item));
    ItemDetails details = file.item(itemId).item();
    MeetingMinutes written = minutes.findById(item.meetingId).orElseGet(MeetingMinutes::new);
    // Names to redact are redacted in the excerpt itself.
    boolean everybody = PublicPart.contains(details)
        && PublicPart.published(file.body(), written.releaseDecision, false);
    String batch = "excerpt-" + itemId + "-" + (documents.excerptsOf(itemId) + 1);
    NewDocument pdf = NewDocument.pdf(MeetingDocumentKind.EXCERPT, everybody,
        "Beschlussauszug " + (certified ? "" : "vorläufig ") + PublicPart.number(details) + " "
            + file.body().name() + " " + GermanDate.print(file.meeting().day())).ofItem(itemId);
    ExcerptDocument whole = printer.excerpt(file, itemId, certified, enforceableFrom(file, details),
        note(file.meeting(), item), certified ? certification(item.meetingId) : List.of());
    MeetingDocument made = documents.add(item.meetingId, certified ? pdf : pdf.provisional(),
        renderer.excerpt(everybody ? redacted(written.namesToRedact, whole) : whole));
    events.publishEvent(new ExcerptMade(itemId, item.consultationId, made.documentHash(), certified, everybody,
        made.fileName(), made.createdOn()));
    matters.leadOffice(item.consultationId).filter(office -> office.mailAddress() != null)
        .ifPresent(office -> outbox.queue(batch, mail(office, file, details, made)));
    return batch;
  }

  /** What everybody may read names nobody whom the minutes of the meeting do not name. */
  private static ExcerptDocument redacted(String names, ExcerptDocument whole) {
    return names == null ? whole : new Redaction(names).apply(whole);
  }

  static OutgoingMail mail(Organization office, MeetingFile file, ItemDetails item, MeetingDocument made) {
    String kind = made.certified() ? "Beglaubigter Beschlussauszug" : "Vorläufiger Beschlussauszug";
    String about = item.reference() == null ? "" : " zu " + item.reference();
    String meeting = file.body().name() + ", Sitzung am " + GermanDate.print(file.meeting().day());
    boolean attached = made.publicPart();
    String text = "Guten Tag,\n\n" + (attached
        ? "anbei der Auszug aus der Niederschrift" + about + ": " + meeting + ", TOP " + PublicPart.number(item) + " "
            + item.title() + "."
        : "zu der Vorlage" + (item.reference() == null ? "" : " " + item.reference())
            + " liegt ein nichtöffentlicher Beschlussauszug vor. Er wird nicht per E-Mail versandt; Sie finden ihn bei"
            + " der Vorlage.")
        + (made.certified() ? "" : "\n\nDer Auszug ist vorläufig: Die Niederschrift ist noch nicht freigegeben.")
        + "\n\nMit freundlichen Grüßen\nGremienbüro";
    return new OutgoingMail(office.mailAddress(), office.name(), kind + about, text, attached
        ? List.of(new MailAttachment(made.fileName(), made.mediaType(), made.documentHash(), made.publicPart()))
        : List.of());
  }

  private String enforceableFrom(MeetingFile file, ItemDetails item) {
    boolean decided = matters.decided(item.consultationId())
        .orElseGet(() -> VoteReading.passed(item) && matters.decides(item.consultationId()));
    if (!decided) {
      return null;
    }
    ExplainedDate day = enforceable.enforceableFrom(new BodyKind(Council.displayName(file.body().municipality()),
        file.body().name(), file.body().classification()), file.meeting().day());
    return day.steps().get(day.steps().size() - 1) + " (" + day.ground() + ")";
  }

  private String note(Meeting meeting, AgendaItem item) {
    String note = Stream.concat(
        corrections.findOfItem(item.id).stream().map(correction -> "Berichtigt am "
            + GermanDate.print(correction.correctedOn()) + ": bisher „"
            + (correction.formerResult() == null ? "kein Ergebnis" : correction.formerResult()) + "“. Grund: "
            + correction.reason()),
        againstMinutes(meeting).stream()
            .filter(objection -> item.id.equals(objection.agendaItemId()))
            .map(objection -> "Einwendung von " + objection.raisedBy() + " in der Sitzung am "
                + GermanDate.print(meetings.get(objection.raisedInMeetingId()).day()) + ", der "
                + (objection.accepted() ? "gefolgt" : "nicht gefolgt") + " wurde: " + objection.text()))
        .collect(Collectors.joining(" · "));
    return note.isEmpty() ? null : note;
  }

  private List<MinutesObjection> againstMinutes(Meeting meeting) {
    return meeting.minutesReleasedOn == null ? List.of() : objections.findOfMeeting(meeting.id);
  }

  private List<String> certification(Long meetingId) {
    int round = minutes.findById(meetingId).map(row -> row.round).orElse(0);
    return signatures.ofRound(meetingId, round).stream()
        .filter(one -> one.state() == MinutesSignature.State.SIGNED)
        .reduce((earlier, later) -> later)
        .map(last -> "Für die Richtigkeit: " + last.signatory() + ", " + last.signer()).stream().toList();
  }
}

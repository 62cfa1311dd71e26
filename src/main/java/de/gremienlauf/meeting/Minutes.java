package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Organization;
import de.gremienlauf.deadline.TaskPeriods;
import de.gremienlauf.document.CorrectionDocument;
import de.gremienlauf.document.MeetingRenderer;
import de.gremienlauf.document.MinutesDocument;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.meeting.MeetingDocuments.NewDocument;
import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The minutes of the meetings (§ 52 GO NRW): drafted by the minute taker, whose text they are, signed by those whom the
 * decision table {@code minutes-signatures} names, released in two parts. Nobody approves them; objections are raised in
 * the next meeting, and what is released is never changed but corrected by a note of its own.
 */
@Service
@Transactional
public class Minutes {

  private static final String SIGNATURES = "minutes-signatures";
  private static final String CHAIR = "Vorsitz";

  private final Meetings meetings;
  private final MeetingRepository meetingRows;
  private final AgendaItemRepository items;
  private final MeetingMinutesRepository minutes;
  private final MinutesSignatureRepository signatures;
  private final MinutesObjectionRepository objections;
  private final MeetingPrinter printer;
  private final MeetingRenderer renderer;
  private final MeetingDocuments documents;
  private final Excerpts excerpts;
  private final MeetingHistory history;
  private final Council council;
  private final DecisionTables tables;
  private final TaskPeriods periods;
  private final ApplicationEventPublisher events;
  private final Substitutions substitutions;
  private final UserNames names;
  private final CurrentUser user;
  private final Clock clock;

  Minutes(Meetings meetings, MeetingRepository meetingRows, AgendaItemRepository items,
      MeetingMinutesRepository minutes, MinutesSignatureRepository signatures, MinutesObjectionRepository objections,
      MeetingPrinter printer, MeetingRenderer renderer, MeetingDocuments documents, Excerpts excerpts,
      MeetingHistory history, Council council, DecisionTables tables, TaskPeriods periods,
      ApplicationEventPublisher events, Substitutions substitutions, UserNames names, CurrentUser user, Clock clock) {
    this.meetings = meetings;
    this.meetingRows = meetingRows;
    this.items = items;
    this.minutes = minutes;
    this.signatures = signatures;
    this.objections = objections;
    this.printer = printer;
    this.renderer = renderer;
    this.documents = documents;
    this.excerpts = excerpts;
    this.history = history;
    this.council = council;
    this.tables = tables;
    this.periods = periods;
    this.events = events;
    this.substitutions = substitutions;
    this.names = names;
    this.user = user;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public MinutesStatus status(Long meetingId) {
    MeetingMinutes row = row(meetingId);
    MeetingFile file = printer.file(meetingId);
    List<ItemDetails> printed = file.items().stream().map(MinutedItem::item).toList();
    return new MinutesStatus(row.text(), signatures.ofRound(meetingId, row.round), printed.size(),
        printed.stream().filter(item -> item.minutesText() == null && item.recorded().result() == null
            && item.kind() != AgendaItemKind.STANDING && item.state() != AgendaItemState.REMOVED)
            .map(item -> PublicPart.number(item) + " " + item.title()).toList(),
        (int) file.people().stream().filter(person -> !person.stays().isEmpty()).count());
  }

  private MeetingMinutes row(Long meetingId) {
    return minutes.findById(meetingId).orElseGet(() -> {
      MeetingMinutes row = new MeetingMinutes();
      row.meetingId = meetingId;
      return row;
    });
  }

  /** Keeps what the minute taker writes before and after the items. */
  public void write(Long meetingId, MinutesText text) {
    unreleased(meetingId);
    MeetingMinutes row = row(meetingId);
    row.opening = text.opening();
    row.closing = text.closing();
    row.remark = text.remark();
    writes(row);
    minutes.save(row);
  }

  private void writes(MeetingMinutes row) {
    row.writtenBy = user.id() == null ? row.writtenBy : user.id();
  }

  private Meeting unreleased(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    if (meeting.minutesReleasedOn != null) {
      throw new BusinessException("Die Niederschrift ist am " + GermanDate.print(meeting.minutesReleasedOn)
          + " freigegeben worden und ändert sich nicht mehr.");
    }
    return meeting;
  }

  /** Prints both parts as a draft and asks everybody who has to sign; a new round each time. */
  public void present(Long meetingId) {
    Meeting meeting = unreleased(meetingId);
    MeetingMinutes row = row(meetingId);
    row.round++;
    writes(row);
    minutes.save(row);
    MeetingFile file = printer.file(meetingId);
    print(file, true, row, List.of(), MeetingDocumentKind.MINUTES_DRAFT, false);
    if (!PublicPart.rest(file.items()).isEmpty()) {
      print(file, false, row, List.of(), MeetingDocumentKind.MINUTES_DRAFT, false);
    }
    LocalDate due = periods.after("Task_SignMinutes", LocalDate.now(clock));
    for (Map<String, Object> signer : signers(meeting, file.body())) {
      signatures.save(new MinutesSignature(null, meetingId, row.round, (String) signer.get("signer"),
          (String) signer.get("candidateGroup"), (String) signer.get("ground"), due,
          MinutesSignature.State.REQUESTED, null, null, null, null));
    }
  }

  private List<Map<String, Object>> signers(Meeting meeting, Organization body) {
    return tables.all(SIGNATURES, Map.of("classification", Objects.requireNonNullElse(body.classification(), ""),
        "name", Phrases.normalize(body.name()), "day", meeting.day().toString()));
  }

  /** The signatures that are still to be given in this round. */
  @Transactional(readOnly = true)
  public List<Long> pendingSignatures(Long meetingId) {
    return lastRound(meetingId).stream().filter(one -> one.state() == MinutesSignature.State.REQUESTED)
        .map(MinutesSignature::id).toList();
  }

  private List<MinutesSignature> lastRound(Long meetingId) {
    return signatures.ofRound(meetingId, row(meetingId).round);
  }

  @Transactional(readOnly = true)
  public MinutesSignature signature(Long signatureId) {
    return signatures.findById(signatureId)
        .orElseThrow(() -> BusinessException.unknown("Diese Unterschrift gibt es nicht (mehr)."));
  }

  /**
   * Who has the function in the body that a signature is given for, or stood in on the day of the meeting; null if nobody
   * is known to.
   */
  @Transactional(readOnly = true)
  public String expectedSignatory(Long signatureId) {
    MinutesSignature signature = signature(signatureId);
    Meeting meeting = meetings.get(signature.meetingId());
    String function = signature.signer().split(" ", 2)[0];
    return council.members(meeting.organizationId(), meeting.day()).stream()
        .filter(member -> CHAIR.equals(function) ? member.chairs()
            : !member.membership().deputy() && member.membership().membershipRole().startsWith(function))
        .map(Member::person).findFirst()
        .map(person -> substitutions.chairFor(person.id(), meeting.organizationId(), meeting.day())
            .map(council::person).orElse(person).name())
        .orElse(null);
  }

  /** Signs with the name that stands under the minutes. */
  public void sign(Long signatureId, String name) {
    if (name == null) {
      throw new BusinessException("Bitte geben Sie den Namen an, der unter der Niederschrift steht.");
    }
    requireFourEyes(signature(signatureId));
    decide(signatureId, MinutesSignature.State.SIGNED, name, null);
  }

  /** Refuses the one who wrote the minutes, where the decision table demands that somebody else signs. */
  private void requireFourEyes(MinutesSignature signature) {
    if (user.id() == null || !user.id().equals(row(signature.meetingId()).writtenBy)) {
      return;
    }
    Meeting meeting = meetings.get(signature.meetingId());
    signers(meeting, council.get(meeting.organizationId())).stream()
        .filter(signer -> signature.signer().equals(signer.get("signer"))
            && Boolean.TRUE.equals(signer.get("fourEyes")))
        .findFirst().ifPresent(signer -> {
          throw new BusinessException(names.of(user.id()) + " hat die Niederschrift geschrieben und unterzeichnet sie"
              + " deshalb nicht als " + signature.signer() + ": Vier-Augen-Prinzip (" + signature.ground() + ").");
        });
  }

  /** Refuses to sign; the minute taker reads why. */
  public void refuse(Long signatureId, String reason) {
    if (reason == null) {
      throw new BusinessException("Bitte begründen Sie den Einwand.");
    }
    decide(signatureId, MinutesSignature.State.OBJECTED, null, reason);
  }

  private void decide(Long signatureId, MinutesSignature.State decision, String name, String reason) {
    // Whoever changes the minutes at this moment has done so before they are signed, or is refused.
    meetingRows.lock(signature(signatureId).meetingId());
    MinutesSignature requested = signature(signatureId);
    if (requested.state() != MinutesSignature.State.REQUESTED) {
      throw new BusinessException("Über diese Unterschrift ist schon entschieden.");
    }
    signatures.save(requested.decided(decision, name, reason,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id()));
  }

  /** Whether somebody refused to sign the last draft. */
  @Transactional(readOnly = true)
  public boolean refused(Long meetingId) {
    return lastRound(meetingId).stream().anyMatch(one -> one.state() == MinutesSignature.State.OBJECTED);
  }

  /** Whether what the meeting belongs to is a project's, so that nothing of it is public without a decision. */
  @Transactional(readOnly = true)
  public boolean ofProject(Long meetingId) {
    return council.get(meetings.get(meetingId).organizationId()).projectBody();
  }

  /**
   * Decides on the release; it takes place with {@link #publish}.
   *
   * @param namesToRedact one in each line, to be taken out of the copy for everybody; null for none
   * @param releaseDecision who decided when that the copy becomes public; null if nobody had to
   */
  public void release(Long meetingId, String namesToRedact, String releaseDecision) {
    unreleased(meetingId);
    if (namesToRedact != null && releaseDecision == null) {
      throw new BusinessException("Bitte geben Sie an, wer wann die Veröffentlichung der geschwärzten Fassung"
          + " entschieden hat.");
    }
    MeetingMinutes row = row(meetingId);
    row.namesToRedact = namesToRedact;
    row.releaseDecision = releaseDecision;
    row.decidedBy = user.id();
    minutes.save(row);
  }

  /** Releases both parts. From now on every result is certain, and every excerpt certified. */
  public void publish(Long meetingId) {
    Meeting meeting = unreleased(meetingId);
    MeetingMinutes row = row(meetingId);
    List<String> signed = lastRound(meetingId).stream().map(MinutesSignature::printed).toList();
    MeetingFile file = printer.file(meetingId);
    MinutesDocument publicPart = print(file, true, row, signed, MeetingDocumentKind.MINUTES,
        PublicPart.published(file.body(), row.releaseDecision, row.namesToRedact != null));
    if (row.namesToRedact != null) {
      documents.add(meetingId, NewDocument.pdf(MeetingDocumentKind.MINUTES_REDACTED, true,
          "Niederschrift geschwärzt " + GermanDate.print(meeting.day())).noting(row.releaseDecision),
          renderer.minutes(new Redaction(row.namesToRedact).apply(publicPart)));
    }
    if (!PublicPart.rest(file.items()).isEmpty()) {
      print(file, false, row, signed, MeetingDocumentKind.MINUTES, false);
    }
    if (meeting.state != MeetingState.NO_QUORUM) {
      meeting.state = MeetingState.MINUTES_RELEASED;
    }
    meeting.minutesReleasedOn = LocalDate.now(clock);
    meetingRows.save(meeting);
    for (AgendaItem item : items.in(meetingId, AgendaItemState.CONCLUDED)) {
      item.certified = true;
      items.save(item);
      excerpts.order(item, true);
    }
    history.add(meetingId, "Niederschrift freigegeben."
        + (row.releaseDecision == null ? "" : " Freigabeentscheidung: " + row.releaseDecision));
    events.publishEvent(new MinutesReleased(meetingId));
  }

  private MinutesDocument print(MeetingFile file, boolean publicPart, MeetingMinutes row, List<String> signed,
      MeetingDocumentKind kind, boolean everybody) {
    boolean draft = kind == MeetingDocumentKind.MINUTES_DRAFT;
    MinutesDocument document = printer.minutes(file, publicPart, row.text(), signed, draft);
    NewDocument pdf = NewDocument.pdf(kind, everybody, kind.label() + (publicPart ? " öffentlich " : " nichtöffentlich ")
        + file.meeting().name() + " " + GermanDate.print(file.meeting().day()));
    documents.add(file.meeting().id(), draft ? pdf.provisional() : pdf, renderer.minutes(document));
    return document;
  }

  /**
   * What is raised against released minutes.
   *
   * @param itemId the item that it is about; null if it is about none
   * @param publicPart whether it is about the public part; an item's own part counts if there is one
   * @param accepted whether the meeting agreed
   */
  public record Objection(Long itemId, boolean publicPart, String by, String text, boolean accepted) {
  }

  /** Records an objection that the next meeting dealt with; one that it accepted leads to a correction note. */
  public MinutesObjection object(Long meetingId, Long atMeetingId, Objection raised) {
    Meeting meeting = meetings.get(meetingId);
    Meeting later = meetings.get(atMeetingId);
    if (meeting.minutesReleasedOn == null) {
      throw new BusinessException("Einwendungen gibt es erst gegen eine freigegebene Niederschrift.");
    }
    if (!later.day().isAfter(meeting.day()) || !later.organizationId().equals(meeting.organizationId())) {
      throw new BusinessException("Einwendungen werden in einer späteren Sitzung desselben Gremiums erhoben.");
    }
    if (raised.by() == null || raised.text() == null) {
      throw new BusinessException("Bitte geben Sie an, wer welche Einwendung erhoben hat.");
    }
    MeetingFile file = printer.file(meetingId);
    boolean publicPart = raised.itemId() == null ? raised.publicPart()
        : PublicPart.contains(file.item(raised.itemId()).item());
    MinutesObjection objection = objections.save(new MinutesObjection(null, meetingId, atMeetingId, raised.itemId(),
        publicPart, raised.by(), raised.text(), raised.accepted(), LocalDate.now(clock), user.id()));
    history.add(meetingId, "Einwendung von " + raised.by() + " in der Sitzung am " + GermanDate.print(later.day())
        + (raised.accepted() ? " berücksichtigt." : " zurückgewiesen."));
    if (raised.accepted()) {
      correct(file, later, objection);
    }
    return objection;
  }

  private void correct(MeetingFile file, Meeting later, MinutesObjection objection) {
    ItemDetails item = objection.agendaItemId() == null ? null : file.item(objection.agendaItemId()).item();
    boolean everybody = objection.publicPart()
        && PublicPart.published(file.body(), row(file.meeting().id()).releaseDecision,
            row(file.meeting().id()).namesToRedact != null);
    documents.add(file.meeting().id(), NewDocument.pdf(MeetingDocumentKind.CORRECTION, everybody,
        "Berichtigungsvermerk " + file.meeting().name() + " " + GermanDate.print(file.meeting().day()))
        .ofItem(objection.agendaItemId()), renderer.correction(new CorrectionDocument(file.head(),
            objection.publicPart(), file.meeting().minutesReleasedOn(), later.day(), objection.raisedBy(),
            item == null ? null : PublicPart.number(item) + " " + item.title(), objection.text(),
            objection.recordedOn())));
    if (item != null && item.state() == AgendaItemState.CONCLUDED) {
      excerpts.order(items.findById(item.id()).orElseThrow(), true);
    }
  }

  /** What was raised against the minutes of a meeting, in that order. */
  @Transactional(readOnly = true)
  public List<MinutesObjection> objections(Long meetingId) {
    return objections.findOfMeeting(meetingId);
  }
}

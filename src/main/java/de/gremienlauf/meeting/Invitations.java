package de.gremienlauf.meeting;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.document.CalendarInvitation;
import de.gremienlauf.document.InvitationCalendar;
import de.gremienlauf.document.MeetingRenderer;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.mail.MailAttachment;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.OutgoingMail;
import de.gremienlauf.meeting.MeetingDocuments.NewDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites to meetings (§ 47 GO NRW) and tells the invited of what changes. By mail go the public agenda and an entry
 * for the calendar; who has no address gets a letter.
 */
@Service
@Transactional
public class Invitations {


  private final Meetings meetings;
  private final MeetingRepository meetingRows;
  private final MeetingPrinter printer;
  private final MeetingRenderer renderer;
  private final InvitationCalendar calendar;
  private final MeetingDocuments documents;
  private final MeetingDeadlines deadlines;
  private final MeetingHistory history;
  private final Council council;
  private final Outbox outbox;
  private final Clock clock;
  private final String sender;
  private final String domain;

  Invitations(Meetings meetings, MeetingRepository meetingRows, MeetingPrinter printer, MeetingRenderer renderer,
      InvitationCalendar calendar, MeetingDocuments documents, MeetingDeadlines deadlines, MeetingHistory history,
      Council council, Outbox outbox, Clock clock, @Value("${gremienlauf.sender}") String sender,
      @Value("${gremienlauf.mail.domain}") String domain) {
    this.meetings = meetings;
    this.meetingRows = meetingRows;
    this.printer = printer;
    this.renderer = renderer;
    this.calendar = calendar;
    this.documents = documents;
    this.deadlines = deadlines;
    this.history = history;
    this.council = council;
    this.outbox = outbox;
    this.clock = clock;
    this.sender = sender;
    this.domain = domain;
  }

  /**
   * What an act left behind.
   *
   * @param batch the mails in the outbox
   * @param byPost whether somebody has to be told by letter
   */
  public record Issued(String batch, boolean byPost) {
  }

  /**
   * Issues agenda, letter and calendar entry of an act and queues a mail for everybody who has an address. That an
   * invitation is late is noted with it, it goes out all the same.
   *
   * @param supplement the number of the Nachtrag; null for any other act
   */
  public Issued issue(Long meetingId, InvitationAct act, Integer supplement) {
    Meeting meeting = meetings.get(meetingId);
    if (act == InvitationAct.INVITATION || act == InvitationAct.MOVED) {
      meeting.invitedOn = LocalDate.now(clock);
      meetingRows.save(meeting);
    }
    MeetingFile file = printer.file(meetingId);
    int number = documents.count(meetingId, MeetingDocumentKind.CALENDAR) + 1;
    String batch = "meeting-" + meetingId + "-" + act.name().toLowerCase(Locale.ROOT) + "-" + number;
    InvitationText text = new InvitationText(file, act, supplement, sender(file));
    List<MailAttachment> attachments = new ArrayList<>();
    attachments.add(attachment(documents.add(meetingId, calendarEntry(act, supplement),
        calendar.write(entry(file, act, number - 1, text, clock.instant(), domain)))));
    if (act != InvitationAct.CANCELLED) {
      attachments.add(attachment(agenda(file, true, supplement)));
      agenda(file, false, supplement);
    }
    String finding = late(file.meeting(), act);
    documents.add(meetingId, NewDocument.pdf(MeetingDocumentKind.INVITATION, false, text.subject())
        .ofSupplement(supplement).noting(finding),
        renderer.invitation(printer.invitation(file, supplement, text.letter(), sender(file))));
    if (act == InvitationAct.INVITATION || act == InvitationAct.MOVED) {
      documents.add(meetingId, NewDocument.pdf(MeetingDocumentKind.ATTENDANCE, false, "Anwesenheitsliste "
          + file.meeting().name() + " " + GermanDate.print(meeting.day())),
          renderer.attendance(printer.signingList(file)));
    }
    List<Invitee> invited = invited(meetingId);
    invited.stream().filter(invitee -> invitee.mailAddress() != null).forEach(invitee -> outbox.queue(batch,
        new OutgoingMail(invitee.mailAddress(), invitee.name(), text.subject(), text.mail(invitee), attachments)));
    history.add(meetingId, act.label() + " ausgefertigt." + (finding == null ? "" : " " + finding));
    return new Issued(batch, invited.stream().anyMatch(invitee -> invitee.mailAddress() == null));
  }

  private MeetingDocument agenda(MeetingFile file, boolean everybody, Integer supplement) {
    String name = (supplement == null ? "Tagesordnung " : supplement + ". Nachtrag zur Tagesordnung ")
        + (everybody ? "öffentlich " : "vollständig ") + file.meeting().name() + " "
        + GermanDate.print(file.meeting().day());
    return documents.add(file.meeting().id(), NewDocument.pdf(MeetingDocumentKind.AGENDA, everybody, name)
        .ofSupplement(supplement), renderer.agenda(printer.agenda(file, everybody, supplement)));
  }

  private static NewDocument calendarEntry(InvitationAct act, Integer supplement) {
    return new NewDocument(MeetingDocumentKind.CALENDAR, true, "Sitzung.ics", "text/calendar; charset=UTF-8; method="
        + (act == InvitationAct.CANCELLED ? "CANCEL" : "REQUEST"), supplement, null, true, null);
  }

  static CalendarInvitation entry(MeetingFile file, InvitationAct act, int sequence, InvitationText text,
      Instant stamp, String domain) {
    Meeting meeting = file.meeting();
    return new CalendarInvitation("meeting-" + meeting.id() + "@" + domain, sequence, act == InvitationAct.CANCELLED,
        meeting.name(), meeting.day(), Meeting.time(meeting.startTime()), Meeting.time(meeting.endTime()), meeting.location(),
        // A calendar keeps one description: a supplement must not replace the whole agenda by its own items.
        act == InvitationAct.SUPPLEMENT ? new InvitationText(file, InvitationAct.INVITATION, null, null).publicAgenda()
            : text.publicAgenda(),
        stamp, file.body().mailAddress());
  }

  private static MailAttachment attachment(MeetingDocument document) {
    return new MailAttachment(document.fileName(), document.mediaType(), document.documentHash(),
        document.publicPart());
  }

  /** The chair invites; the mayor where none is known. */
  private String sender(MeetingFile file) {
    return council.members(file.body().id(), file.meeting().day()).stream().filter(Member::chairs).findFirst()
        .map(member -> member.person().name() + ", " + member.membership().membershipRole()).orElse(sender);
  }

  private String late(Meeting meeting, InvitationAct act) {
    if (act != InvitationAct.INVITATION && act != InvitationAct.MOVED || !deadlines.statutory(meeting)) {
      return null;
    }
    ExplainedDate latest = deadlines.latestInvitation(meeting, false);
    LocalDate today = LocalDate.now(clock);
    return !today.isAfter(latest.date()) ? null : "Verspätet eingeladen: Die Einladung wurde am "
        + GermanDate.print(today) + " ausgefertigt. " + String.join(" ", latest.steps()) + " (" + latest.ground() + ")";
  }

  /** What was noted with the last invitation, e.g. that it is late; null for nothing. */
  public String finding(Long meetingId) {
    return documents.of(meetingId, false).stream()
        .filter(document -> document.kind() == MeetingDocumentKind.INVITATION)
        .reduce((earlier, later) -> later).map(MeetingDocument::note).orElse(null);
  }

  /** Everybody who is told of a meeting: the members of all its bodies, and their deputies to be informed. */
  @Transactional(readOnly = true)
  public List<Invitee> invited(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    Map<Long, Invitee> invited = new LinkedHashMap<>();
    meeting.bodies().stream().flatMap(body -> council.members(body, meeting.day()).stream())
        .forEach(member -> invited.merge(member.person().id(), invitee(member),
            (known, other) -> known.deputy() ? other : known));
    return List.copyOf(invited.values());
  }

  private static Invitee invitee(Member member) {
    String address = member.person().mailAddress();
    return new Invitee(member.person().name(), member.membership().membershipRole(), member.membership().deputy(),
        Outbox.isAddress(address) ? address : null);
  }

  /** Those who are told by letter. */
  @Transactional(readOnly = true)
  public List<Invitee> byPost(Long meetingId) {
    return invited(meetingId).stream().filter(invitee -> invitee.mailAddress() == null).toList();
  }
}

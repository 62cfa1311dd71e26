package de.gremienlauf.meeting;

import de.gremienlauf.engine.GermanDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an invitation, and of what tells of a change of it. Nothing in them is non-public. */
final class InvitationText {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMAN);
  private static final String GREETING = "Sehr geehrte Damen und Herren,";
  private static final String CLOSING = "Mit freundlichen Grüßen";

  private final MeetingFile file;
  private final InvitationAct act;
  private final Integer supplement;
  private final String sender;

  InvitationText(MeetingFile file, InvitationAct act, Integer supplement, String sender) {
    this.file = file;
    this.act = act;
    this.supplement = supplement;
    this.sender = sender;
  }

  String subject() {
    return switch (act) {
      case INVITATION -> file.meeting().kind() == MeetingKind.SECOND ? "Zweite Einladung: " + meeting()
          : "Einladung: " + meeting();
      case SUPPLEMENT -> supplement + ". Nachtrag zur Tagesordnung: " + meeting();
      case MOVED -> "Verlegt: " + meeting();
      case CANCELLED -> "Abgesagt: " + meeting();
    };
  }

  private String meeting() {
    return file.meeting().name() + " am " + GermanDate.print(file.meeting().day());
  }

  /** The letter above its sender; the agenda follows on its own page. */
  String letter() {
    return paragraphs(GREETING, occasion(), facts(), MeetingPrinter.secondInvitation(file),
        act == InvitationAct.CANCELLED ? null : "Die Tagesordnung finden Sie auf der folgenden Seite.", CLOSING);
  }

  String mail(Invitee invitee) {
    boolean cancelled = act == InvitationAct.CANCELLED;
    return paragraphs(GREETING,
        invitee.deputy() ? "Sie erhalten diese Nachricht als stellvertretendes Mitglied zur Kenntnis." : null,
        occasion(), facts(), MeetingPrinter.secondInvitation(file), cancelled ? null : publicAgenda(),
        cancelled ? null : rest(), CLOSING + "\n" + sender);
  }

  private static String paragraphs(String... parts) {
    return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining("\n\n"));
  }

  private String occasion() {
    Meeting meeting = file.meeting();
    return switch (act) {
      case INVITATION -> "hiermit lade ich Sie zu folgender Sitzung ein: " + meeting.name() + ".";
      case SUPPLEMENT -> "die Tagesordnung der folgenden Sitzung wird um den " + supplement
          + ". Nachtrag ergänzt: " + meeting.name() + ".";
      case MOVED -> "die folgende Sitzung ist" + (meeting.originalDay() == null ? ""
          : " vom " + GermanDate.print(meeting.originalDay())) + " verlegt: " + meeting.name() + "." + reason()
          + " Ich lade Sie zu dem neuen Termin ein.";
      case CANCELLED -> "die folgende Sitzung findet nicht statt: " + meeting.name() + "." + reason();
    };
  }

  private String reason() {
    return file.meeting().changeReason() == null ? "" : " Grund: " + file.meeting().changeReason();
  }

  private String facts() {
    return "Tag: " + DAY.format(file.meeting().day())
        + (file.meeting().startTime() == null ? "" : "\nBeginn: " + file.meeting().startTime() + " Uhr")
        + (file.meeting().location() == null ? "" : "\nOrt: " + file.meeting().location());
  }

  /** What calendars show of the meeting. */
  String publicAgenda() {
    List<String> lines = PublicPart.of(file.supplement(supplement).items()).stream().map(MinutedItem::item)
        .filter(item -> item.state() != AgendaItemState.REMOVED)
        .map(item -> PublicPart.number(item) + " " + item.title()
            + (item.reference() == null ? "" : " (" + item.reference() + ")"))
        .toList();
    return lines.isEmpty() ? null
        : (supplement == null ? "Öffentliche Tagesordnung:\n" : "Öffentliche Punkte des Nachtrags:\n")
            + String.join("\n", lines);
  }

  private String rest() {
    return PublicPart.announcements(file.supplement(supplement).items()).isEmpty() ? null
        : "Zur Tagesordnung gehört auch ein nichtöffentlicher Teil. Seine Tagesordnung und seine Unterlagen werden nicht"
            + " per E-Mail versandt; sie stehen Ihnen im Sitzungsdienst zur Verfügung.";
  }
}

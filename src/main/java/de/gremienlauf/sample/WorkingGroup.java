package de.gremienlauf.sample;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingDocument;
import de.gremienlauf.meeting.MeetingDocumentKind;
import de.gremienlauf.meeting.MeetingDocuments;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.NewMeeting;
import de.gremienlauf.meeting.PastMeetings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The last meeting of the project's working group and its minutes. Everybody in it is invented; those of other houses
 * are not named in public.
 */
@Component
@Profile("sample")
class WorkingGroup {

  static final String BODY = "Arbeitsgruppe Einwanderung gestalten NRW";
  static final List<String> OUTSIDERS =
      List.of("Rolf Ehrenfelder", "Nuray Deutzer", "Gisela Domrose", "Pavel Rodenkirchen");

  private static final LocalDate DAY = LocalDate.of(2019, 9, 4);
  private static final LocalDate RELEASE = LocalDate.of(2019, 12, 2);
  private static final String HEAD = "Hatice Sternengasse";
  private static final String MINUTE_TAKER = "Liv Rheinau";

  private static final List<PastMeetings.Item> ITEMS = List.of(
      new PastMeetings.Item("Abschluss des Projekts", true, "zur Kenntnis genommen", """
          Hatice Sternengasse blickt auf die drei Handlungsfelder zurück. Rolf Ehrenfelder dankt im Namen des \
          Jobcenters für die Zusammenarbeit; Herr Rodenkirchen schließt sich für die Wohlfahrtsverbände an."""),
      new PastMeetings.Item("Zieldatei", true, "einvernehmlich angenommen", """
          Die Zieldatei wird Punkt für Punkt durchgesehen. Frau Deutzer von der Agentur für Arbeit ergänzt zwei Zahlen \
          zu den Beratungen. In dieser Fassung wird sie Anlage des Abschlussberichts."""),
      new PastMeetings.Item("Ausblick", true, null, """
          Die Ergebnisse gehen in die Arbeit des Amtes für Integration und Vielfalt über. Auf Gisela Domroses Vorschlag \
          treffen sich die Beteiligten weiterhin zweimal im Jahr. Der Abschlussbericht wird den Gremien im Januar 2020 \
          vorgelegt."""));

  private final Council council;
  private final PastMeetings meetings;
  private final Attendances attendances;
  private final MeetingDocuments documents;
  private final ProcessMessages processes;
  private final TaskDriver driver;

  WorkingGroup(Council council, PastMeetings meetings, Attendances attendances, MeetingDocuments documents,
      ProcessMessages processes, TaskDriver driver) {
    this.council = council;
    this.meetings = meetings;
    this.attendances = attendances;
    this.documents = documents;
    this.processes = processes;
    this.driver = driver;
  }

  /** Holds the meeting, releases its minutes and returns the copy of them that everybody may read. */
  byte[] redactedMinutes(String municipality) {
    driver.onDay(DAY);
    Organization body = council.addProjectBody(municipality, BODY, "Projektgremium", LocalDate.of(2017, 4, 1),
        LocalDate.of(2019, 12, 31));
    Meeting meeting = meetings.take(new NewMeeting(body.id(), DAY, "10:00", "Stadthaus Deutz", MeetingKind.REGULAR,
        List.of(), null), "12:15", ITEMS);
    seat(body, meeting, HEAD, "Leitung", "Amt für Integration und Vielfalt", Seat.ADMINISTRATION);
    seat(body, meeting, MINUTE_TAKER, "Protokoll", "Amt für Integration und Vielfalt", Seat.ADMINISTRATION);
    List<String> houses = List.of("Jobcenter", "Agentur für Arbeit", "Wohlfahrtsverbände", "Wohlfahrtsverbände");
    for (int i = 0; i < OUTSIDERS.size(); i++) {
      seat(body, meeting, OUTSIDERS.get(i), "Mitglied", houses.get(i), Seat.PARTNER);
    }
    driver.onDay(DAY.plusDays(1));
    String minutes = processes.startProcess("minutes", String.valueOf(meeting.id()),
        Map.of("meetingId", meeting.id()));
    driver.complete(driver.openTask(minutes, "Task_DraftMinutes"), Map.of(
        "opening", "Abschluss-Sitzung der Arbeitsgruppe im Projekt „Einwanderung gestalten NRW“."));
    // Each form proposes the name of who has that function.
    driver.openTasks(minutes, "Task_SignMinutes").forEach(task -> driver.complete(task, Map.of("decision", "SIGN")));
    driver.onDay(RELEASE);
    driver.complete(driver.openTask(minutes, "Task_ReleaseMinutes"), Map.of("released", true,
        "namesToRedact", String.join("\n", OUTSIDERS),
        "releaseDecision", "Die Projektleitung hat am 02.12.2019 entschieden, die geschwärzte Fassung als Anlage des"
            + " Abschlussberichts zu veröffentlichen."));
    MeetingDocument redacted = documents.of(meeting.id(), true).stream()
        .filter(document -> document.kind() == MeetingDocumentKind.MINUTES_REDACTED).findFirst().orElseThrow();
    return documents.content(meeting.id(), redacted.id(), true);
  }

  private void seat(Organization body, Meeting meeting, String name, String role, String house, Seat seat) {
    Person person = council.person(body.municipality(), name, null);
    council.addMemberships(List.of(Membership.of(person, body, role, false, body.startDate(), body.endDate())
        .inGroup(house).on(seat)));
    attendances.arrive(meeting.id(), person.id(), LocalTime.of(9, 55), null);
  }
}

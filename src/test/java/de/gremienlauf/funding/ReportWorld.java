package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.NewMeeting;
import de.gremienlauf.meeting.PastMeetings;
import de.gremienlauf.support.Clerk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Projects with notices and meetings, so that there is something to report and to prove. */
@Component
class ReportWorld {

  static final LocalDate GRANTED = LocalDate.of(2017, 4, 10);

  private final ProjectWorld projects;
  private final Notices notices;
  private final Amendments amendments;
  private final ProjectBodies bodies;
  private final Council council;
  private final PastMeetings meetings;
  private final Attendances attendances;
  private final Agenda agenda;
  private final Clerk clerk;

  ReportWorld(ProjectWorld projects, Notices notices, Amendments amendments, ProjectBodies bodies, Council council,
      PastMeetings meetings, Attendances attendances, Agenda agenda, Clerk clerk) {
    this.projects = projects;
    this.notices = notices;
    this.amendments = amendments;
    this.bodies = bodies;
    this.council = council;
    this.meetings = meetings;
    this.attendances = attendances;
    this.agenda = agenda;
    this.clerk = clerk;
  }

  /** A project whose grant of 10 April 2017 ends on 31 March 2019. */
  Long granted(NoticeClause... clauses) {
    return grant(projects.stored(projects.city()), clauses);
  }

  Long grant(Long projectId, NoticeClause... clauses) {
    notices.record(projectId, null, new NewNotice(NoticeKind.GRANT, letter(GRANTED),
        new FundingPeriod(ProjectWorld.FROM, ProjectWorld.UNTIL, null, null), new GrantTerms(FinancingKind.SHARE,
            PaymentKind.ADVANCE, new BigDecimal("90"), new BigDecimal("100000"), new BigDecimal("90000"),
            new TreeMap<>(), null, List.of(clauses))));
    return projectId;
  }

  private static NoticeLetter letter(LocalDate day) {
    return new NoticeLetter("Bezirksregierung Arnsberg", null, day, day, NoticeMethod.LETTER, null, true);
  }

  /** The grantor opens the option of an extension and grants it with the notice of that day. Returns the notice. */
  Long extend(Long projectId, LocalDate day, LocalDate until) {
    Long amendment = amendments.create(projectId, new NewAmendment(NoticeKind.EXTENSION, AmendmentStep.OPTION,
        day.minusDays(20), null, "Das Land eröffnet die Option."));
    Long notice = notices.record(projectId, amendment, new NewNotice(NoticeKind.EXTENSION, letter(day),
        new FundingPeriod(null, until, null, null),
        new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of())));
    amendments.apply(amendment);
    clerk.runDueJobs();
    return notice;
  }

  /** A meeting of a body of the project that is over, in which it adopted something. */
  Meeting meeting(Organization body, LocalDate day, String item) {
    return meetings.take(new NewMeeting(body.id(), day, "10:00", "Stadthaus", MeetingKind.REGULAR, List.of(), null),
        "12:00", List.of(new PastMeetings.Item(item, true, "einvernehmlich beschlossen",
            "Rolf Ehrenfelder dankt allen.")));
  }

  /** The only item of a meeting. */
  Long item(Meeting meeting) {
    return agenda.of(meeting.id()).get(0).id();
  }

  Organization body(Long projectId, String name) {
    return bodies.add(projectId, name, ProjectWorld.FROM);
  }

  /** A meeting whose minutes are released with the name of an outsider taken out of the public copy. */
  Meeting minuted(Organization body, LocalDate day) {
    Meeting meeting = meeting(body, day, "Abschluss des Projekts");
    seat(body, meeting, "Hatice Sternengasse", "Leitung", Seat.ADMINISTRATION);
    seat(body, meeting, "Liv Rheinau", "Protokoll", Seat.ADMINISTRATION);
    seat(body, meeting, "Rolf Ehrenfelder", "Mitglied", Seat.PARTNER);
    String minutes = projects.start("minutes", Map.of("meetingId", meeting.id()));
    clerk.complete(minutes, "Task_DraftMinutes", Map.of("opening", "Letzte Sitzung."));
    clerk.tasks(minutes, "Task_SignMinutes").forEach(task -> clerk.complete(task, Map.of("decision", "SIGN")));
    clerk.complete(minutes, "Task_ReleaseMinutes", Map.of("released", true, "namesToRedact", "Rolf Ehrenfelder",
        "releaseDecision", "Die Projektleitung hat die geschwärzte Fassung freigegeben."));
    return meeting;
  }

  private void seat(Organization body, Meeting meeting, String name, String role, Seat seat) {
    Person person = council.person(body.municipality(), name, null);
    council.addMemberships(List.of(Membership.of(person, body, role, false, body.startDate(), body.endDate())
        .on(seat)));
    attendances.arrive(meeting.id(), person.id(), LocalTime.of(9, 55), null);
  }
}

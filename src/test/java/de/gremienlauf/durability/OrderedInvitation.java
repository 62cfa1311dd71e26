package de.gremienlauf.durability;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites a body of so many members to a meeting as soon as the application runs; only where {@link MailKillTest} asks
 * for it.
 */
@Component
@ConditionalOnProperty(OrderedInvitation.PROPERTY)
class OrderedInvitation {

  static final String PROPERTY = "gremienlauf.test.invited";

  private final Council council;
  private final Meetings meetings;
  private final ProcessMessages processes;
  private final Clock clock;
  private final int count;

  OrderedInvitation(Council council, Meetings meetings, ProcessMessages processes, Clock clock,
      @Value("${" + PROPERTY + "}") int count) {
    this.council = council;
    this.meetings = meetings;
    this.processes = processes;
    this.clock = clock;
    this.count = count;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void order() {
    Organization body = council.addBody(council.ownMunicipality(), "Großer Ausschuss", count, null, null);
    List<Person> people = council.addPersons(IntStream.rangeClosed(1, count).mapToObj(n -> new Person(null,
        body.municipality(), "Mitglied " + n, null, "mitglied" + n + "@stadt.example")).toList());
    council.addMemberships(people.stream().map(person ->
        Membership.of(person, body, "Mitglied", true, null, null)).toList());
    LocalDate day = LocalDate.now(clock).plusMonths(4);
    Meeting meeting = meetings.plan(body, day, "15:30", MeetingKind.REGULAR);
    processes.startProcess("invitation", String.valueOf(meeting.id()),
        Map.of("meetingId", meeting.id(), "act", "INVITATION"));
  }
}

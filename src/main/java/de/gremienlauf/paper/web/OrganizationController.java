package de.gremienlauf.paper.web;

import de.gremienlauf.council.Council;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bodies of the own municipality and their coming meetings, for choosing stations of a sequence. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationController {

  private final Council council;
  private final Meetings meetings;
  private final Clock clock;

  OrganizationController(Council council, Meetings meetings, Clock clock) {
    this.council = council;
    this.meetings = meetings;
    this.clock = clock;
  }

  record Body(Long id, String name, String classification) {
  }

  record BodyMeeting(Long id, LocalDate date, String time, String name) {
  }

  @GetMapping
  List<Body> bodies() {
    return council.bodies(council.ownMunicipality(), LocalDate.now(clock)).stream()
        .map(body -> new Body(body.id(), body.name(), body.classification())).toList();
  }

  @GetMapping("/{id}/meetings")
  List<BodyMeeting> meetings(@PathVariable Long id) {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    return meetings.after(council.get(id).id(), yesterday).stream()
        .map(meeting -> new BodyMeeting(meeting.id(), meeting.day(), meeting.startTime(), meeting.name())).toList();
  }
}

package de.gremienlauf.meeting.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.Meetings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the office does with a meeting before its day. */
@RestController
@RequestMapping("/api/meetings/{id}")
class MeetingOfficeController {

  private final Meetings meetings;
  private final MeetingCalendar calendar;
  private final Agenda agenda;
  private final MeetingAccess access;

  MeetingOfficeController(Meetings meetings, MeetingCalendar calendar, Agenda agenda, MeetingAccess access) {
    this.meetings = meetings;
    this.calendar = calendar;
    this.agenda = agenda;
    this.access = access;
  }

  /** Puts a matter without a paper, or an election, on the agenda. */
  @PostMapping("/items")
  Map<String, Object> add(@PathVariable Long id, @RequestBody Map<String, Object> entered) {
    access.requireWrite();
    FormData form = new FormData(entered);
    String title = form.requiredText("title", "Betreff");
    String ground = form.text("ground", "Grund der Nichtöffentlichkeit");
    AgendaItemKind kind = AgendaItemKind.valueOf(form.requiredChoice("kind", "Art",
        List.of(AgendaItemKind.MATTER.name(), AgendaItemKind.ELECTION.name())));
    if (!meetings.get(id).state().ahead()) {
      throw new BusinessException("Diese Sitzung nimmt keine Anmeldungen mehr an.");
    }
    agenda.add(id, kind, title, ground == null, ground);
    return Map.of();
  }

  /** Moves the meeting; what is left empty stays as it is. */
  @PostMapping("/move")
  Map<String, Object> move(@PathVariable Long id, @RequestBody Map<String, Object> entered) {
    access.requireWrite();
    FormData form = new FormData(entered);
    Meeting meeting = meetings.get(id);
    LocalDate day = form.day("day", "Neuer Tag");
    String startTime = form.time("startTime", "Beginn");
    String location = form.text("location", "Ort");
    calendar.move(id, day == null ? meeting.day() : day, startTime == null ? meeting.startTime() : startTime,
        location == null ? meeting.location() : location, form.reason("reason", "Grund"));
    return Map.of();
  }

  @PostMapping("/cancel")
  Map<String, Object> cancel(@PathVariable Long id, @RequestBody Map<String, Object> entered) {
    access.requireWrite();
    calendar.cancel(id, new FormData(entered).reason("reason", "Grund"));
    return Map.of();
  }
}

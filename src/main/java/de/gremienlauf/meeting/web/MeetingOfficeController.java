package de.gremienlauf.meeting.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.Meetings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the office arranges before the day of a meeting: another date, further bodies, no meeting at all. */
@RestController
@RequestMapping("/api/meetings/{id}")
class MeetingOfficeController {

  private static final int TITLE = 2000;
  private static final int GROUND = 500;
  private static final int LOCATION = 500;
  private static final int REASON = 1000;
  private static final int BODIES = 50;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  /** As it is kept, so that times are in order as text. */
  private static final DateTimeFormatter KEPT = DateTimeFormatter.ofPattern("HH:mm");

  private final MeetingAccess access;
  private final Meetings meetings;
  private final MeetingCalendar calendar;
  private final Agenda agenda;

  MeetingOfficeController(MeetingAccess access, Meetings meetings, MeetingCalendar calendar,
      Agenda agenda) {
    this.access = access;
    this.meetings = meetings;
    this.calendar = calendar;
    this.agenda = agenda;
  }

  /**
   * A matter that has no paper, or an election.
   *
   * @param ground why it is not public; null for a public one
   */
  record Addition(String title, AgendaItemKind kind, String ground) {
  }

  @PostMapping("/items")
  Map<String, Object> add(@PathVariable Long id, @RequestBody Addition entered) {
    requireArrange(id);
    String title = text(entered.title(), TITLE);
    if (title == null) {
      throw new BusinessException("Bitte geben Sie an, worum es geht.");
    }
    if (!meetings.get(id).state().ahead()) {
      throw new BusinessException("Diese Sitzung nimmt keine Anmeldungen mehr an.");
    }
    String ground = text(entered.ground(), GROUND);
    agenda.add(id, entered.kind() == AgendaItemKind.ELECTION ? AgendaItemKind.ELECTION : AgendaItemKind.MATTER, title,
        ground == null, ground);
    return Map.of();
  }

  /**
   * Where a meeting goes.
   *
   * @param startTime as 15:30; null if it is not known yet
   */
  record Move(String day, String startTime, String location, String reason) {
  }

  @PostMapping("/move")
  Map<String, Object> move(@PathVariable Long id, @RequestBody Move entered) {
    requireArrange(id);
    if (entered.day() == null || entered.day().isBlank()) {
      throw new BusinessException("Bitte geben Sie den Tag der Sitzung an.");
    }
    LocalDate day = GermanDate.parse(entered.day(), "Tag");
    calendar.move(id, day, time(entered.startTime()), text(entered.location(), LOCATION),
        text(entered.reason(), REASON));
    return Map.of();
  }

  record Cancellation(String reason) {
  }

  @PostMapping("/cancel")
  Map<String, Object> cancel(@PathVariable Long id, @RequestBody Cancellation entered) {
    requireArrange(id);
    calendar.cancel(id, text(entered.reason(), REASON));
    return Map.of();
  }

  record Joint(List<Long> organizationIds, String reason) {
  }

  /** Lets further bodies take part. */
  @PostMapping("/joint")
  Map<String, Object> join(@PathVariable Long id, @RequestBody Joint entered) {
    requireArrange(id);
    List<Long> bodies = entered.organizationIds() == null ? List.of() : entered.organizationIds();
    if (bodies.size() > BODIES || bodies.stream().anyMatch(Objects::isNull)) {
      throw new BusinessException("Die Auswahl der weiteren Gremien ist nicht lesbar.");
    }
    calendar.join(id, bodies, text(entered.reason(), REASON));
    return Map.of();
  }

  private void requireArrange(Long id) {
    meetings.get(id);
    access.requireArrange();
  }

  private static String text(String text, int limit) {
    String stripped = text == null || text.isBlank() ? null : text.strip();
    if (stripped != null && (stripped.length() > limit || stripped.indexOf('\0') >= 0)) {
      throw new BusinessException("Eine Angabe ist zu lang; erlaubt sind höchstens " + limit + " Zeichen.");
    }
    return stripped;
  }

  private static String time(String text) {
    String stripped = text == null || text.isBlank() ? null : text.strip();
    try {
      return stripped == null ? null : KEPT.format(LocalTime.parse(stripped, TIME));
    } catch (DateTimeException e) {
      throw new BusinessException("Die Uhrzeit ist nicht lesbar. Bitte als 15:30 angeben.");
    }
  }
}

package de.gremienlauf.meeting.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.meeting.MeetingBackground;
import de.gremienlauf.meeting.MeetingEditors;
import de.gremienlauf.meeting.MeetingLine;
import de.gremienlauf.meeting.MeetingPage;
import de.gremienlauf.meeting.MeetingQueries;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.MinuteTaking.Change;
import de.gremienlauf.meeting.process.TaskMeetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meetings for the meeting page. Whoever writes names the window that holds the pen as {@code client}, and what must
 * not happen twice names itself as {@code request}.
 */
@RestController
@RequestMapping("/api")
class MeetingController {

  private static final int CHANGES = 100;
  private static final int MONTHS = 12;

  private final MeetingQueries queries;
  private final MeetingAccess access;
  private final MeetingEditors editors;
  private final MinuteTaking minutes;
  private final TaskMeetings taskMeetings;
  private final Clock clock;

  MeetingController(MeetingQueries queries, MeetingAccess access, MeetingEditors editors, MinuteTaking minutes,
      TaskMeetings taskMeetings, Clock clock) {
    this.queries = queries;
    this.access = access;
    this.editors = editors;
    this.minutes = minutes;
    this.taskMeetings = taskMeetings;
    this.clock = clock;
  }

  /** The meetings of a year, by default from three months ago. */
  @GetMapping("/meetings")
  List<MeetingLine> list(@RequestParam(required = false) String from, @RequestParam(required = false) Long body) {
    LocalDate begin = from == null ? LocalDate.now(clock).minusMonths(3) : GermanDate.parse(from, "von");
    return queries.list(begin, begin.plusMonths(MONTHS), body);
  }

  /** The meeting, or nothing if nothing has changed since a revision. */
  @GetMapping("/meetings/{id}")
  ResponseEntity<MeetingPage> meeting(@PathVariable Long id, @RequestParam(required = false) Long since) {
    return since != null && since == queries.revision(id) ? ResponseEntity.noContent().build()
        : ResponseEntity.ok(queries.page(id));
  }

  /** How the periods of the meeting come about, and what happened with it. */
  @GetMapping("/meetings/{id}/background")
  MeetingBackground background(@PathVariable Long id) {
    return queries.background(id);
  }

  record TaskMeeting(Long meetingId) {
  }

  @GetMapping("/tasks/{taskId}/meeting")
  TaskMeeting meetingOfTask(@PathVariable String taskId) {
    return new TaskMeeting(taskMeetings.meetingOf(taskId));
  }

  /** Takes the pen or keeps it. */
  @PostMapping("/meetings/{id}/editor")
  MeetingPage hold(@PathVariable Long id, @RequestParam String client,
      @RequestParam(defaultValue = "false") boolean takeOver) {
    queries.revision(id);
    access.requireWrite();
    editors.hold(id, client, takeOver);
    return queries.page(id);
  }

  record Background(List<String> earlierBodies) {
  }

  /** What the minute taker has to know about an item before its result is recorded. */
  @GetMapping("/items/{id}")
  Background item(@PathVariable Long id) {
    return new Background(queries.earlierBodies(id));
  }

  record Draft(List<Change> changes) {
  }

  /** Keeps what was typed; answers 409 with what fields hold that somebody else has changed. */
  @PutMapping("/items/{id}/draft")
  ResponseEntity<Map<String, Object>> type(@PathVariable Long id, @RequestParam String client,
      @RequestBody Draft draft) {
    access.requireWrite(id);
    if (draft.changes() == null || draft.changes().size() > CHANGES
        || draft.changes().stream().anyMatch(change -> change == null || change.field() == null)) {
      throw new BusinessException("Es fehlt, was geändert wurde.");
    }
    Map<String, String> others = minutes.type(id, client, draft.changes());
    return others.isEmpty() ? ResponseEntity.ok(Map.of())
        : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message",
            "Hier steht inzwischen etwas anderes. Bitte entscheiden Sie, was gelten soll.", "fields", others));
  }

  @PostMapping("/items/{id}/conclude")
  Map<String, Object> conclude(@PathVariable Long id, @RequestParam String client, @RequestParam String request) {
    access.requireWrite(id);
    minutes.conclude(id, client, request);
    return Map.of();
  }
}

package de.gremienlauf.meeting;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.deadline.CaseDays;
import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.deadline.TaskDueMoved;
import de.gremienlauf.engine.GermanDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The days of a meeting from which the periods of tasks are counted. */
@Component
class MeetingCaseDays implements CaseDays {

  private final MeetingRepository meetings;
  private final MeetingDeadlines deadlines;
  private final MinutesSignatureRepository signatures;

  MeetingCaseDays(MeetingRepository meetings, MeetingDeadlines deadlines, MinutesSignatureRepository signatures) {
    this.meetings = meetings;
    this.deadlines = deadlines;
    this.signatures = signatures;
  }

  @Override
  public Map<String, Function<TaskCase, ExplainedDate>> days() {
    return Map.of(
        "MEETING_DAY", about -> meeting(about).map(meeting -> new ExplainedDate(meeting.day,
            List.of("Sitzungstag: " + GermanDate.print(meeting.day) + "."), "")).orElse(null),
        "INVITATION_DEADLINE", about -> meeting(about).map(meeting -> deadlines.latestInvitation(meeting, false))
            .orElse(null));
  }

  private Optional<Meeting> meeting(TaskCase about) {
    return Optional.ofNullable(about.id("meetingId")).flatMap(meetings::findById);
  }

  /** The form of the signature names the day as well. */
  @EventListener
  void taskMoved(TaskDueMoved moved) {
    Long id = moved.about().id("signatureId");
    if (id != null) {
      signatures.moveDue(id, moved.dueOn());
    }
  }
}

package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.meeting.MeetingEnding;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Completes the task "Sitzung durchführen" for the meeting page. */
@Component
public class HeldMeetings {

  private final TaskService tasks;
  private final Unrestricted unrestricted;

  HeldMeetings(TaskService tasks, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.unrestricted = unrestricted;
  }

  /**
   * Ends a session as the form of its task does.
   *
   * @param endTime as entered; null if nobody noted it
   * @param resumesOn the day on which it goes on, as entered; null if it does not
   */
  public void end(Long meetingId, MeetingEnding ending, String endTime, String resumesOn) {
    Task task = unrestricted.call(() -> tasks.createTaskQuery().taskDefinitionKey("Task_HoldMeeting")
        .processVariableValueEquals(MEETING_ID.name(), meetingId).singleResult());
    if (task == null) {
      throw new BusinessException("Die Sitzung läuft nicht; sie lässt sich nicht beenden.");
    }
    Map<String, Object> entered = new HashMap<>();
    entered.put("ending", ending == null ? null : ending.name());
    entered.put("endTime", endTime);
    entered.put("resumesOn", resumesOn);
    unrestricted.call(() -> {
      tasks.complete(task.getId(), entered);
      return null;
    });
  }
}

package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Unrestricted;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Finds the meeting that a task is about, for a person who may see the task. */
@Component
public class TaskMeetings {

  private final TaskService tasks;
  private final Unrestricted unrestricted;

  TaskMeetings(TaskService tasks, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.unrestricted = unrestricted;
  }

  /** The id of the meeting. Unknown if the person may not see the task or the task is not about a meeting. */
  public Long meetingOf(String taskId) {
    boolean visible = tasks.createTaskQuery().taskId(taskId).count() > 0;
    if (visible && unrestricted.call(() -> tasks.getVariable(taskId, MEETING_ID.name())) instanceof Long meetingId) {
      return meetingId;
    }
    throw BusinessException.unknown("Zu dieser Aufgabe gehört keine Sitzung.");
  }
}

package de.gremienlauf.deadline.process;

import de.gremienlauf.deadline.TaskDeadline;
import de.gremienlauf.deadline.TaskDeadlines;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The days of a task for a person who may see it. */
@Component
public class DatedTasks {

  private final TaskService tasks;
  private final TaskDeadlines deadlines;

  DatedTasks(TaskService tasks, TaskDeadlines deadlines) {
    this.tasks = tasks;
    this.deadlines = deadlines;
  }

  /**
   * When a task is due, and why. Absent values are null.
   *
   * @param due the day that counts
   * @param dueByHand whether somebody set that day, so that it is not the computed one
   * @param computedDue the day by the table
   * @param followUp the day on which the task is laid before its person again
   * @param explanation how the computed day came about
   * @param ground where the period comes from
   */
  public record Dates(LocalDate due, boolean dueByHand, LocalDate computedDue, LocalDate followUp, String explanation,
      String ground) {
  }

  /** The days of a task. Unknown if the person may not see it. */
  public Dates of(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw BusinessException.unknown("Diese Aufgabe gibt es nicht oder nicht mehr.");
    }
    LocalDate due = EngineClock.dayOf(task.getDueDate());
    TaskDeadline computed = deadlines.find(taskId).orElse(
        new TaskDeadline(taskId, task.getTaskDefinitionKey(), due, null, "Für diese Aufgabe ist nichts berechnet.", ""));
    return new Dates(due, !Objects.equals(due, computed.dueOn()), computed.dueOn(),
        EngineClock.dayOf(task.getFollowUpDate()), computed.explanation(), computed.ground());
  }
}

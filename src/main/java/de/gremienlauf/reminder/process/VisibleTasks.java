package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.BusinessException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Whether the person who asks may see a task. */
@Component
public class VisibleTasks {

  private final TaskService tasks;

  VisibleTasks(TaskService tasks) {
    this.tasks = tasks;
  }

  /** Refuses tasks that the person may not see. */
  public void require(String taskId) {
    if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
      throw BusinessException.unknown("Diese Aufgabe gibt es nicht oder nicht mehr.");
    }
  }
}

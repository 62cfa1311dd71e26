package de.gremienlauf.deadline.process;

import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.deadline.TaskDeadline;
import de.gremienlauf.deadline.TaskDeadlines;
import de.gremienlauf.engine.EngineClock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives every new task of every model its due and follow-up date. */
@Component
class TaskDates {

  private final TaskDeadlines deadlines;

  TaskDates(TaskDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @EventListener
  public void taskBegins(DelegateTask task) {
    if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName()) || task.getExecution() == null) {
      return;
    }
    TaskCase about = name -> task.getVariable(name) instanceof Long id ? id : null;
    TaskDeadline computed = deadlines.begin(task.getId(), task.getTaskDefinitionKey(), about);
    task.setDueDate(EngineClock.endOf(computed.dueOn()));
    if (computed.followUpOn() != null) {
      task.setFollowUpDate(EngineClock.startOf(computed.followUpOn()));
    }
  }
}

package de.gremienlauf.support;

import de.gremienlauf.engine.EngineClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Works like the people of the administration: completes tasks with their forms, and lets days pass. */
@Component
public class Clerk {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;

  public Clerk(TaskService tasks, RuntimeService runtime, ManagementService management) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
  }

  /** Lets it be nine o'clock in Berlin on that day, with everything done that is due by then. */
  public void onDay(LocalDate day) {
    EngineClock.set(day.atTime(LocalTime.of(9, 0)).atZone(EngineClock.BERLIN).toInstant());
    runDueJobs();
  }

  /** Runs what the job executor would run now, until nothing is due. */
  public void runDueJobs() {
    List<Job> due;
    while (!(due = management.createJobQuery().executable().active().list()).isEmpty()) {
      for (Job job : due) {
        if (management.createJobQuery().jobId(job.getId()).count() > 0) {
          management.executeJob(job.getId());
        }
      }
    }
  }

  /** The open tasks of a kind, anywhere below a process instance. */
  public List<Task> tasks(String processInstanceId, String taskKey) {
    return tasks.createTaskQuery().taskDefinitionKey(taskKey).orderByTaskCreateTime().asc().list().stream()
        .filter(task -> root(task.getProcessInstanceId()).equals(processInstanceId))
        .toList();
  }

  private String root(String processInstanceId) {
    return runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult()
        .getRootProcessInstanceId();
  }

  /** The only open task of a kind below a process instance. */
  public Task task(String processInstanceId, String taskKey) {
    List<Task> found = tasks(processInstanceId, taskKey);
    if (found.size() != 1) {
      throw new AssertionError("Expected one task " + taskKey + " but found " + found.size());
    }
    return found.get(0);
  }

  /** Completes a task with what is entered in its form, then lets due jobs run. */
  public void complete(Task task, Map<String, Object> entered) {
    tasks.complete(task.getId(), new HashMap<>(entered));
    runDueJobs();
  }

  public void complete(String processInstanceId, String taskKey, Map<String, Object> entered) {
    complete(task(processInstanceId, taskKey), entered);
  }
}

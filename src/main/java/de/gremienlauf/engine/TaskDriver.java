package de.gremienlauf.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Does in place of people and of the job executor what a process waits for: lets days pass, runs due jobs, completes
 * tasks with what is entered in their forms. For replay and the sample; the job executor must not be running.
 */
@Component
public class TaskDriver {

  private static final LocalTime OFFICE_HOURS_BEGIN = LocalTime.of(9, 0);

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final IdentityService identity;

  TaskDriver(TaskService tasks, RuntimeService runtime, ManagementService management, IdentityService identity) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.identity = identity;
  }

  /**
   * Lets it be nine o'clock in Berlin on that day, with everything done that is due by then. Whoever sets the clock
   * resets it: {@link EngineClock#reset()}.
   */
  public void onDay(LocalDate day) {
    EngineClock.set(day.atTime(OFFICE_HOURS_BEGIN).atZone(EngineClock.BERLIN).toInstant());
    runDueJobs();
  }

  /** Runs what the job executor would run now, until nothing is due. A job that fails ends this with its exception. */
  public void runDueJobs() {
    withoutUser(() -> {
      runUntilNothingIsDue();
      return null;
    });
  }

  private void runUntilNothingIsDue() {
    List<Job> due;
    while (!(due = dueJobs()).isEmpty()) {
      for (Job job : due) {
        // A job may have been removed by one before it.
        if (management.createJobQuery().jobId(job.getId()).count() > 0) {
          management.executeJob(job.getId());
        }
      }
    }
  }

  /**
   * The earliest first, as days pass; what has no due date is done at once. The engine's own housekeeping belongs to no
   * process instance and is left alone.
   */
  private List<Job> dueJobs() {
    return management.createJobQuery().executable().active().list().stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /** The open tasks of a kind in a process instance and all that it called, the oldest first. */
  public List<OpenTask> openTasks(String processInstanceId, String taskKey) {
    return withoutUser(() -> tasks.createTaskQuery().taskDefinitionKey(taskKey)
        .processInstanceIdIn(tree(processInstanceId).toArray(String[]::new))
        .orderByTaskCreateTime().asc().list().stream()
        .map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getProcessInstanceId()))
        .toList());
  }

  /** The open tasks of a kind in all process instances that have a variable of this value, the oldest first. */
  public List<OpenTask> openTasksWith(String variable, Object value, String taskKey) {
    return withoutUser(() -> tasks.createTaskQuery().taskDefinitionKey(taskKey)
        .processVariableValueEquals(variable, value).orderByTaskCreateTime().asc().list().stream()
        .map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getProcessInstanceId()))
        .toList());
  }

  private List<String> tree(String processInstanceId) {
    List<String> instances = new ArrayList<>(List.of(processInstanceId));
    for (int i = 0; i < instances.size(); i++) {
      runtime.createProcessInstanceQuery().superProcessInstanceId(instances.get(i)).list().stream()
          .map(ProcessInstance::getId).forEach(instances::add);
    }
    return instances;
  }

  /** A variable as the task sees it; null if there is none. */
  public Object variable(OpenTask task, String name) {
    return withoutUser(() -> tasks.getVariable(task.id(), name));
  }

  /** The only open task of a kind. Throws {@link IllegalStateException} if there is none or more than one. */
  public OpenTask openTask(String processInstanceId, String taskKey) {
    List<OpenTask> found = openTasks(processInstanceId, taskKey);
    if (found.size() != 1) {
      throw new IllegalStateException("Expected one task " + taskKey + " but found " + found.size());
    }
    return found.get(0);
  }

  /**
   * Completes a task with what is entered in its form, then lets due jobs run.
   *
   * @throws BusinessException if the form refuses what was entered; the task then stays open
   */
  public void complete(OpenTask task, Map<String, Object> entered) {
    Map<String, Object> variables = new HashMap<>();
    entered.forEach((key, value) -> variables.put(key, FormFields.variableValue(value)));
    tasks.complete(task.id(), variables);
    runDueJobs();
  }

  /** Completes the only open task of a kind. */
  public void complete(String processInstanceId, String taskKey, Map<String, Object> entered) {
    complete(openTask(processInstanceId, taskKey), entered);
  }

  /** Ends process instances and all that they called, without any of the steps that would follow; some may be over. */
  public void end(List<String> processInstanceIds, String reason) {
    withoutUser(() -> {
      runtime.deleteProcessInstancesIfExists(processInstanceIds, reason, true, true, false);
      return null;
    });
  }

  /**
   * Does something as a user with the user's groups, so that rights are checked and histories name who it was; the
   * jobs in between run as nobody, as they always do.
   *
   * @param userId the login
   */
  public void as(String userId, Runnable action) {
    List<String> groups = withoutUser(() -> identity.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId).toList());
    identity.setAuthentication(userId, groups);
    try {
      action.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private <T> T withoutUser(Supplier<T> action) {
    var user = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return action.get();
    } finally {
      if (user != null) {
        identity.setAuthentication(user.getUserId(), user.getGroupIds(), user.getTenantIds());
      }
    }
  }
}

package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Unrestricted;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Finds the funded project that a task or a process instance is about, for a person who may see that. */
@Component
public class ProcessProjects {

  private static final String NONE = "Dazu gehört kein Förderprojekt.";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  ProcessProjects(TaskService tasks, RuntimeService runtime, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  /** The id of the project. Unknown if the person may not see the task or the task is not about a project. */
  public Long ofTask(String taskId) {
    boolean visible = tasks.createTaskQuery().taskId(taskId).count() > 0;
    return projectId(visible ? unrestricted.call(() -> tasks.getVariable(taskId, PROJECT_ID.name())) : null);
  }

  /** The id of the project. Unknown if the person may not see the instance, it has ended or is about something else. */
  public Long ofInstance(String processInstanceId) {
    boolean visible = runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).count() > 0;
    return projectId(visible ? unrestricted.call(
        () -> runtime.getVariable(processInstanceId, PROJECT_ID.name())) : null);
  }

  private static Long projectId(Object value) {
    if (value instanceof Long projectId) {
      return projectId;
    }
    throw BusinessException.unknown(NONE);
  }
}

package de.gremienlauf.support;

import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Works like the people of the administration: completes tasks with their forms, and lets days pass. */
@Component
public class Clerk {

  private final TaskDriver driver;
  private final TaskService tasks;
  private final FormService forms;
  private final FormFields fields;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  public Clerk(TaskDriver driver, TaskService tasks, FormService forms, FormFields fields,
      RepositoryService repository, RuntimeService runtime) {
    this.driver = driver;
    this.tasks = tasks;
    this.forms = forms;
    this.fields = fields;
    this.repository = repository;
    this.runtime = runtime;
  }

  /** Begins a process with what is entered in its start form. */
  public ProcessInstance start(String process, Map<String, Object> entered) {
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
        .singleResult().getId();
    return forms.submitStartForm(definition, new HashMap<>(entered));
  }

  /** A running process instance; null if it has ended. */
  public ProcessInstance instance(String processInstanceId) {
    return runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult();
  }

  /** What a form shows: the fields of its task. */
  public Map<String, Object> fields(Task task) {
    return fields.of(task.getId());
  }

  /** A variable of a running process instance; null if there is none. */
  public Object variable(String processInstanceId, String name) {
    return runtime.getVariable(processInstanceId, name);
  }

  /** Lets it be nine o'clock in Berlin on that day, with everything done that is due by then. */
  public void onDay(LocalDate day) {
    driver.onDay(day);
  }

  /** Runs what the job executor would run now, until nothing is due. */
  public void runDueJobs() {
    driver.runDueJobs();
  }

  /** The open tasks of a kind, anywhere below a process instance. */
  public List<Task> tasks(String processInstanceId, String taskKey) {
    return driver.openTasks(processInstanceId, taskKey).stream()
        .map(task -> tasks.createTaskQuery().taskId(task.id()).singleResult())
        .toList();
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
    driver.complete(new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getProcessInstanceId()), entered);
  }

  public void complete(String processInstanceId, String taskKey, Map<String, Object> entered) {
    complete(task(processInstanceId, taskKey), entered);
  }

  /** Completes a task with what is entered in its form; what follows a save point is still to be done. */
  public void submit(Task task, Map<String, Object> entered) {
    tasks.complete(task.getId(), new HashMap<>(entered));
  }
}

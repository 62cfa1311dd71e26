package de.gremienlauf.replay;

import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the tasks of a project, in whichever of its processes they are. */
@Component
class StoryTasks {

  private final TaskDriver tasks;

  StoryTasks(TaskDriver tasks) {
    this.tasks = tasks;
  }

  /** The open tasks of a kind in all processes of a project, the oldest first. */
  List<OpenTask> open(Long projectId, String taskKey) {
    return tasks.openTasksWith("projectId", projectId, taskKey);
  }

  /** The same as far as they see a variable with this value. */
  List<OpenTask> open(Long projectId, String taskKey, String variable, Object value) {
    return open(projectId, taskKey).stream().filter(task -> value.equals(tasks.variable(task, variable))).toList();
  }

  /** Completes the oldest open task of a kind. Throws {@link IllegalStateException} if there is none. */
  void complete(Long projectId, String taskKey, Map<String, Object> entered) {
    complete(open(projectId, taskKey), taskKey, entered);
  }

  /** The same for one that sees a variable with this value. */
  void complete(Long projectId, String taskKey, String variable, Object value, Map<String, Object> entered) {
    complete(open(projectId, taskKey, variable, value), taskKey, entered);
  }

  void runDueJobs() {
    tasks.runDueJobs();
  }

  private void complete(List<OpenTask> open, String taskKey, Map<String, Object> entered) {
    if (open.isEmpty()) {
      throw new IllegalStateException("Expected a task " + taskKey + " but found none");
    }
    tasks.complete(open.get(0), entered);
  }
}

package de.gremienlauf.support;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;

/** How user tasks of some models come about, in as few steps as there are. */
public interface TaskStories {

  /** For each user task, by its id in the model: lets it come about and returns it. */
  Map<String, Supplier<Task>> stories();
}

package de.gremienlauf.deadline;

/** What a task is about: the ids that its process carries. */
@FunctionalInterface
public interface TaskCase {

  /** The value of a process variable that holds an id; null if the task has none of that name. */
  Long id(String variable);
}

/**
 * When each task is due and when it is laid before somebody again, computed from the case by the decision table
 * {@code task-periods}, with an explanation that stands beside the task.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Aufgabenfristen", allowedDependencies = {"engine",
    "calendar"})
package de.gremienlauf.deadline;

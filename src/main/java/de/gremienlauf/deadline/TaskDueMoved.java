package de.gremienlauf.deadline;

import java.time.LocalDate;

/**
 * An open task is due on another day than before.
 *
 * @param taskKey the task's id in its model
 */
public record TaskDueMoved(String taskKey, TaskCase about, LocalDate dueOn) {
}

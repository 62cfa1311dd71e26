package de.gremienlauf.reminder;

import java.time.LocalDate;

/**
 * One step that was taken about an overdue task.
 *
 * @param overdueDays working days after the day on which it was due
 * @param told the logins of those who were meant, separated by commas
 */
public record Escalation(String taskId, EscalationStep step, LocalDate takenOn, int overdueDays, String told) {
}

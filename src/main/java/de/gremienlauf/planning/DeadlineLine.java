package de.gremienlauf.planning;

import java.time.LocalDate;

/**
 * A paper under way with a deadline from outside, as it was planned last.
 *
 * @param name the subject; null if not everybody may read it
 * @param earliestEnd the day of the decision; null if a body has no meeting for it
 * @param slackDays days that are left, negative if it is too late; null if no way leads to the deadline
 * @param critical the bodies that alone delay the decision; null if none does
 */
public record DeadlineLine(Long paperId, String reference, String name, String leadOffice, LocalDate deadline,
    LocalDate earliestEnd, Integer slackDays, boolean meets, String critical, String sentence) {
}

package de.gremienlauf.funding;

import de.gremienlauf.calendar.ExplainedDate;

/**
 * The days that follow from the posting of a notice, each with its steps.
 *
 * @param notified the day on which it counts as notified
 * @param appealUntil the last day on which it can be challenged
 * @param finalFrom the first day on which nobody can challenge it any more (Bestandskraft)
 */
public record NoticeDeadlines(ExplainedDate notified, ExplainedDate appealUntil, ExplainedDate finalFrom) {
}

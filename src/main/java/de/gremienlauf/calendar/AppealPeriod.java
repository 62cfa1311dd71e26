package de.gremienlauf.calendar;

import java.time.LocalDate;

/**
 * The period in which a notice can be challenged before the administrative court.
 *
 * @param end the last day of the period
 * @param deemedNotified the day on which the notice counts as notified
 * @param finalFrom the first day on which it can no longer be challenged (Bestandskraft)
 */
public record AppealPeriod(ExplainedDate end, LocalDate deemedNotified, LocalDate finalFrom) {
}

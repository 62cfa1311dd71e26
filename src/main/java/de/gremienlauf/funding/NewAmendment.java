package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A change of the grant to begin.
 *
 * @param kind what kind of notice will decide it
 * @param day when the option was opened or the hearing letter arrived; null if unknown
 * @param until until when the city can use the option or comment; null if open
 * @param note what was said, and where
 */
public record NewAmendment(NoticeKind kind, AmendmentStep step, LocalDate day, LocalDate until, String note) {
}

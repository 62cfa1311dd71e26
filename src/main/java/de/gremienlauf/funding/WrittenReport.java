package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A progress report as it was written.
 *
 * @param announces what it announces, e.g. the option of an extension; null for nothing
 * @param committees whether the committees get it
 * @param submittedOn null for today
 * @param submittedAssumed whether that day is only assumed
 */
public record WrittenReport(String text, String announces, boolean committees, LocalDate submittedOn,
    boolean submittedAssumed) {
}

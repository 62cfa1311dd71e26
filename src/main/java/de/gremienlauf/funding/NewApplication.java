package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * An application as a person records it.
 *
 * @param filedOn the day; null if it is unknown
 * @param filedOnAssumed whether the day, or that there is none, is assumed
 * @param documents what was handed in with it; null if nothing is said
 */
public record NewApplication(LocalDate filedOn, boolean filedOnAssumed, String documents, String note) {
}

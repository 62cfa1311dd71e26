package de.gremienlauf.substitution;

import java.time.LocalDate;

/**
 * What somebody enters about an absence; see {@link Absence}.
 *
 * @param deputy null if nobody stands in yet
 * @param scope null for all
 */
public record AbsenceEntry(Chain chain, String person, String deputy, String scope, LocalDate firstDay,
    LocalDate lastDay) {
}

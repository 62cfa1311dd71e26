package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A funded project in a list.
 *
 * @param until last day of the period in force; null if none is known
 * @param nextDay the next day that somebody has to keep; null if there is none
 * @param nextLabel what has to be done by then
 * @param openFindings how many questions wait for an answer
 */
public record ProjectLine(Long id, String number, String name, String programme, String leadOffice,
    ProjectState state, String stateLabel, LocalDate until, LocalDate nextDay, String nextLabel, int openFindings) {
}

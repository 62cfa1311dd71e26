package de.gremienlauf.paper;

import java.time.LocalDate;

/**
 * Why a paper cannot wait for the body that would be competent.
 *
 * @param reference the paper's number
 * @param committee the competent committee by name; null if the council itself is competent
 * @param urgency why it cannot wait
 * @param neededBy the last day on which the decision is of use
 * @param mainCommitteeDay the day on which the Hauptausschuss can meet; null if it cannot meet in time
 */
public record UrgentRequest(String reference, String committee, String urgency, LocalDate neededBy,
    LocalDate mainCommitteeDay) {
}

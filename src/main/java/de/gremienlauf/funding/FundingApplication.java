package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * An application for a grant, or for changing one (Förderantrag).
 *
 * @param filedOn null if it was filed on a day that nobody knows any more
 * @param filedOnAssumed whether the day is assumed
 * @param documents what was handed in with it
 */
record FundingApplication(@Id Long id, Long projectId, Long amendmentId, LocalDate filedOn, boolean filedOnAssumed,
    String documents, String note) {
}

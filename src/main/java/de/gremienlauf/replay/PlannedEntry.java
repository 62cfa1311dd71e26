package de.gremienlauf.replay;

import de.gremienlauf.council.Organization;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;

/**
 * A recorded consultation with everything its replay needs.
 *
 * @param date recorded, or assigned where the record has none
 * @param dateAssigned whether the record has no date
 * @param role what the printed role means, or what follows from the body where none is printed
 * @param roleKnown whether the role is printed, be it with the consultation that this one goes on with
 */
record PlannedEntry(RecordedCase.Entry recorded, Organization body, LocalDate date, boolean dateAssigned,
    ConsultationRole role, boolean roleKnown) {

  /** Whether this is the same station of a sequence: same body, same role; one day may leave the role out. */
  boolean sameStation(PlannedEntry other) {
    return sameBody(other) && role == other.role && (roleKnown == other.roleKnown || date.equals(other.date));
  }

  boolean sameBody(PlannedEntry other) {
    return body.id().equals(other.body.id());
  }
}

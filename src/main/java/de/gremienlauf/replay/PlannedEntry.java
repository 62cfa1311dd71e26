package de.gremienlauf.replay;

import de.gremienlauf.council.Organization;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A recorded consultation with everything its replay needs.
 *
 * @param date recorded, or assigned where the record has none
 * @param dateAssigned whether the record has no date
 * @param role what the printed role means, or what follows from the body where none is printed
 */
record PlannedEntry(RecordedCase.Entry recorded, Organization body, LocalDate date, boolean dateAssigned,
    ConsultationRole role) {

  /** Whether this is the same station of a sequence: same body, same role, as printed and as meant. */
  boolean sameStation(PlannedEntry other) {
    return body.id().equals(other.body.id()) && Objects.equals(recorded.role(), other.recorded.role())
        && role == other.role;
  }
}

package de.gremienlauf.planning;

import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A station of the sequence that is planned (OParl: Consultation).
 *
 * @param rank stations of a lower rank are called first; equal ranks go side by side
 * @param fixedRank whether its place in the sequence is prescribed, so that no other order may be proposed for it
 * @param concludedOn when the body dealt with the paper; null as long as it has not
 */
public record PlanStation(BodyCalendar body, ConsultationRole role, int rank, boolean fixedRank,
    LocalDate concludedOn) {

  public PlanStation {
    Objects.requireNonNull(body);
    Objects.requireNonNull(role);
  }

  /**
   * Whether this station has to wait for another one.
   *
   * @param anyAllowedOrder false: by rank; true: only as far as law or the sequence prescribe it. A decision comes
   *     after all that prepare it, and what followed a decision stays behind it; the others may be consulted side by
   *     side, and nobody has to wait for a body that only takes note.
   */
  boolean waitsFor(PlanStation other, boolean anyAllowedOrder) {
    boolean prescribed = fixedRank || other.fixedRank || other.role == ConsultationRole.DECISION
        || role == ConsultationRole.DECISION && !other.role.outlivesTheRun();
    return other.rank < rank && (!anyAllowedOrder || prescribed);
  }
}

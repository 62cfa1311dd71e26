package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;

/**
 * The two periods of a grant; every day may be null if it is not known.
 *
 * @param approvalFrom first day of the period in which funds can be called (Bewilligungszeitraum)
 * @param approvalUntil its last day
 * @param executionFrom first day of the period in which the work is done (Durchführungszeitraum)
 * @param executionUntil its last day
 */
public record FundingPeriod(LocalDate approvalFrom, LocalDate approvalUntil, LocalDate executionFrom,
    LocalDate executionUntil) {

  static final FundingPeriod UNKNOWN = new FundingPeriod(null, null, null, null);

  /** Refuses a period that ends before it begins. */
  void check() {
    requireOrder(approvalFrom, approvalUntil, "Bewilligungszeitraum");
    requireOrder(executionFrom, executionUntil, "Durchführungszeitraum");
  }

  private static void requireOrder(LocalDate from, LocalDate until, String name) {
    if (from != null && until != null && until.isBefore(from)) {
      throw new BusinessException("Der " + name + " endet vor seinem Beginn.");
    }
  }

  /** Whether a day lies in the approval period, as far as its bounds are known. */
  public boolean approves(LocalDate day) {
    return (approvalFrom == null || !day.isBefore(approvalFrom))
        && (approvalUntil == null || !day.isAfter(approvalUntil));
  }
}

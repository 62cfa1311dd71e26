package de.gremienlauf.funding;

import java.math.BigDecimal;

/**
 * A line of the plan of financing as a person writes and reads it; amounts in euro.
 *
 * @param id null for a line that is not stored yet
 * @param source null for expenditure
 * @param actual null as long as nobody has said what it came to
 */
public record PlanLine(Long id, LineSide side, FinancingSource source, String label, BigDecimal planned,
    boolean eligible, BigDecimal actual) {

  public static PlanLine expenditure(String label, BigDecimal planned, boolean eligible) {
    return new PlanLine(null, LineSide.EXPENDITURE, null, label, planned, eligible, null);
  }

  public static PlanLine financing(FinancingSource source, String label, BigDecimal planned) {
    return new PlanLine(null, LineSide.FINANCING, source, label, planned, false, null);
  }
}

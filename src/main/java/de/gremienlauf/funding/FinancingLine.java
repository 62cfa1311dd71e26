package de.gremienlauf.funding;

import java.math.BigDecimal;
import org.springframework.data.annotation.Id;

/**
 * A line of the plan of financing; amounts in euro.
 *
 * @param source where the money comes from; null for expenditure
 * @param eligible whether the expenditure counts for the grant (zuwendungsfähig); false for financing
 * @param actual what it came to in the end; null as long as nobody has said so
 */
record FinancingLine(@Id Long id, Long projectId, int lineNumber, LineSide side, FinancingSource source, String label,
    BigDecimal planned, boolean eligible, BigDecimal actual) {

  FinancingLine cameTo(BigDecimal amount) {
    return new FinancingLine(id, projectId, lineNumber, side, source, label, planned, eligible, amount);
  }
}

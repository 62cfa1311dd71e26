package de.gremienlauf.funding;

import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The numbers of a proof of use along the plan of financing (zahlenmäßiger Nachweis). Amounts in euro; a line without
 * an actual amount counts as 0,00.
 *
 * @param lines the plan with what became of it
 * @param granted what was granted in all
 * @param grant what the grant is by the numbers, with its steps; null if the plan is empty
 * @param repayment what was paid out beyond that; null if the plan is empty
 * @param exceeded the single items that exceed their plan by more than is allowed
 */
record NumericStatement(List<PlanLine> lines, BigDecimal granted, ExplainedAmount grant, ExplainedAmount repayment,
    List<Exceeded> exceeded) {

  /** A single item that exceeds its plan by more than is allowed. */
  record Exceeded(PlanLine line, ExplainedAmount excess) {
  }

  /**
   * The terms that the numbers are measured by.
   *
   * @param kind how the grant is measured
   * @param granted what was granted in all
   * @param rate share of the eligible expenditure in per cent; null for the share that the plan comes to
   * @param paidOut what the grantor has paid
   * @param excessPercent by how much a single item may exceed its plan
   */
  record Terms(FinancingKind kind, BigDecimal granted, BigDecimal rate, BigDecimal paidOut, int excessPercent) {
  }

  static NumericStatement of(List<PlanLine> lines, Terms terms) {
    if (lines.isEmpty()) {
      return new NumericStatement(lines, terms.granted(), null, null, List.of());
    }
    BigDecimal planned = sum(lines, PlanLine::eligible, PlanLine::planned);
    // What the city adds of its own fills the gap; it is no new money that reduces the grant.
    Predicate<PlanLine> others =
        line -> line.source() == FinancingSource.THIRD || line.source() == FinancingSource.PUBLIC;
    ExplainedAmount grant = GrantCalculator.settled(terms.kind(), terms.granted(), rate(terms, planned), planned,
        sum(lines, PlanLine::eligible, NumericStatement::actual), sum(lines, others, PlanLine::planned),
        sum(lines, others, NumericStatement::actual));
    return new NumericStatement(lines, terms.granted(), grant, GrantCalculator.repayment(terms.paidOut(), grant),
        lines.stream().filter(line -> line.side() == LineSide.EXPENDITURE)
            .flatMap(line -> GrantCalculator.excess(line.label(), line.planned(), actual(line), terms.excessPercent())
                .map(excess -> new Exceeded(line, excess)).stream())
            .toList());
  }

  private static BigDecimal rate(Terms terms, BigDecimal planned) {
    return terms.rate() != null ? terms.rate() : planned.signum() == 0 ? BigDecimal.ZERO
        : terms.granted().multiply(new BigDecimal(100)).divide(planned, 4, RoundingMode.HALF_UP);
  }

  static BigDecimal actual(PlanLine line) {
    return line.actual() == null ? Euro.cents(BigDecimal.ZERO) : line.actual();
  }

  List<PlanLine> side(LineSide side) {
    return lines.stream().filter(line -> line.side() == side).toList();
  }

  static BigDecimal sum(List<PlanLine> lines, Predicate<PlanLine> which, Function<PlanLine, BigDecimal> amount) {
    return lines.stream().filter(which).map(amount).reduce(Euro.cents(BigDecimal.ZERO), BigDecimal::add);
  }
}

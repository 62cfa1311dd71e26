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
 * @param exceeded the single items that exceed their plan by more than is allowed; none where more was granted than the
 *     plan comes to
 */
record NumericStatement(List<PlanLine> lines, BigDecimal granted, ExplainedAmount grant, ExplainedAmount repayment,
    List<Exceeded> exceeded) {

  /** Notices are rounded to full euros: so much more or less is no difference. */
  private static final BigDecimal FULL_EURO = BigDecimal.ONE;

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
    BigDecimal expected = sum(lines, line -> line.source() == FinancingSource.LAND, PlanLine::planned);
    BigDecimal carried = carried(terms, planned, expected);
    // An extension adds to the grant while the plan stays as it was; its items then bind nobody any more.
    boolean outgrown = exceeds(terms.granted(), carried.max(expected));
    boolean lowered = exceeds(carried, terms.granted()) && expected.compareTo(terms.granted()) != 0;
    ExplainedAmount grant = grant(lines, terms, planned, carried, outgrown || lowered);
    if (terms.kind() == FinancingKind.DEFICIT && expected.signum() > 0
        && (exceeds(expected, terms.granted()) || exceeds(terms.granted(), expected))) {
      grant = grant.with(grant.amount(), "Der Finanzierungsplan rechnet mit einer Zuwendung von "
          + Euro.print(expected) + ", bewilligt ist ein anderer Betrag. Bitte prüfen Sie, ob diese Rechnung noch"
          + " stimmt.");
    }
    return new NumericStatement(lines, terms.granted(), grant, GrantCalculator.repayment(terms.paidOut(), grant),
        outgrown ? List.of() : exceeded(lines, terms.excessPercent()));
  }

  /** What grant the plan comes to: the rate of its eligible expenditure; without a rate, what it expects at most. */
  private static BigDecimal carried(Terms terms, BigDecimal planned, BigDecimal expected) {
    return terms.rate() != null ? GrantCalculator.share(planned, terms.rate(), null).amount()
        : expected.signum() > 0 ? terms.granted().min(expected) : terms.granted();
  }

  private static boolean exceeds(BigDecimal amount, BigDecimal other) {
    return amount.subtract(other).compareTo(FULL_EURO) > 0;
  }

  private static ExplainedAmount grant(List<PlanLine> lines, Terms terms, BigDecimal planned, BigDecimal carried,
      boolean differs) {
    BigDecimal rate = terms.rate() != null ? terms.rate() : planned.signum() == 0 ? BigDecimal.ZERO
        : carried.multiply(new BigDecimal(100)).divide(planned, 4, RoundingMode.HALF_UP);
    // What the city adds of its own fills the gap; it is no new money that reduces the grant.
    Predicate<PlanLine> others =
        line -> line.source() == FinancingSource.THIRD || line.source() == FinancingSource.PUBLIC;
    BigDecimal actual = sum(lines, PlanLine::eligible, NumericStatement::actual);
    BigDecimal plannedIncome = sum(lines, others, PlanLine::planned);
    BigDecimal actualIncome = sum(lines, others, NumericStatement::actual);
    return terms.kind() == FinancingKind.SHARE && differs
        ? GrantCalculator.settledByRate(terms.granted(), rate, planned, actual, plannedIncome, actualIncome)
        : GrantCalculator.settled(terms.kind(), terms.granted(), rate, planned, actual, plannedIncome, actualIncome);
  }

  private static List<Exceeded> exceeded(List<PlanLine> lines, int percent) {
    return lines.stream().filter(line -> line.side() == LineSide.EXPENDITURE)
        .flatMap(line -> GrantCalculator.excess(line.label(), line.planned(), actual(line), percent)
            .map(excess -> new Exceeded(line, excess)).stream())
        .toList();
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

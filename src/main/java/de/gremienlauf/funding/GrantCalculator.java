package de.gremienlauf.funding;

import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of a grant, exact and in cents, each result with its steps. It knows neither project nor clock: the
 * same question always has the same answer. Amounts are in euro and at least 0, rates in per cent.
 */
public final class GrantCalculator {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String SHARE_GROUND = "VV Nr. 2.2.1 zu § 44 LHO NRW (Anteilfinanzierung)";
  private static final String FIXED_GROUND = "VV Nr. 2.2.3 zu § 44 LHO NRW (Festbetragsfinanzierung)";
  private static final String DEFICIT_GROUND = "VV Nr. 2.2.2 zu § 44 LHO NRW (Fehlbedarfsfinanzierung)";
  private static final String REDUCTION_GROUND = "Nr. 2 ANBest";

  private GrantCalculator() {
  }

  /**
   * The grant by share: rate times eligible expenditure, at most the limit.
   *
   * @param limit the most that is granted; null if there is none
   */
  public static ExplainedAmount share(BigDecimal eligible, BigDecimal rate, BigDecimal limit) {
    List<String> steps = new ArrayList<>();
    return new ExplainedAmount(capped(part(eligible, rate, steps), limit, steps), steps, SHARE_GROUND);
  }

  /** The fixed grant, at most the eligible expenditure. */
  public static ExplainedAmount fixed(BigDecimal eligible, BigDecimal granted) {
    List<String> steps = new ArrayList<>();
    steps.add("Bewilligt ist ein Festbetrag von " + Euro.print(granted) + ".");
    return new ExplainedAmount(capped(granted, eligible, "die zuwendungsfähigen Ausgaben", steps), steps, FIXED_GROUND);
  }

  /**
   * What the grant is when the project is settled: lower eligible expenditure and new income reduce a share pro rata
   * and a deficit in full; a fixed sum only is not more than the eligible expenditure (Nr. 2 ANBest).
   *
   * @param granted what was granted in all
   * @param rate share in per cent; only asked for a share
   * @param planned eligible expenditure as planned
   * @param actual eligible expenditure as it was
   * @param plannedIncome own and other funds as planned
   * @param actualIncome own and other funds as they were
   */
  public static ExplainedAmount settled(FinancingKind kind, BigDecimal granted, BigDecimal rate, BigDecimal planned,
      BigDecimal actual, BigDecimal plannedIncome, BigDecimal actualIncome) {
    BigDecimal saved = planned.subtract(actual).max(BigDecimal.ZERO);
    BigDecimal newIncome = actualIncome.subtract(plannedIncome).max(BigDecimal.ZERO);
    List<String> steps = new ArrayList<>();
    steps.add("Bewilligt: " + Euro.print(granted) + " bei geplanten zuwendungsfähigen Ausgaben von "
        + Euro.print(planned) + ".");
    if (kind == FinancingKind.FIXED) {
      return new ExplainedAmount(capped(granted, actual, "die zuwendungsfähigen Ausgaben", steps), steps,
          FIXED_GROUND + ", " + REDUCTION_GROUND);
    }
    BigDecimal lost = saved.add(newIncome);
    if (lost.signum() == 0) {
      steps.add("Die zuwendungsfähigen Ausgaben von " + Euro.print(actual)
          + " liegen nicht unter dem Plan, und es kamen keine Mittel hinzu: Die Zuwendung bleibt.");
      return new ExplainedAmount(granted, steps, ground(kind));
    }
    steps.add("Weniger Ausgaben " + Euro.print(saved) + " + neue Mittel " + Euro.print(newIncome) + " = "
        + Euro.print(lost) + ".");
    return reduced(granted, kind == FinancingKind.SHARE ? part(lost, rate, steps) : lost, kind, steps);
  }

  /**
   * The grant by share when the project is settled and the plan does not come to what was granted, as after an
   * extension or a cut: the share of what was spent, at most what was granted; new income reduces it pro rata.
   * Parameters as in {@link #settled}.
   */
  static ExplainedAmount settledByRate(BigDecimal granted, BigDecimal rate, BigDecimal planned, BigDecimal actual,
      BigDecimal plannedIncome, BigDecimal actualIncome) {
    List<String> steps = new ArrayList<>();
    steps.add("Bewilligt: " + Euro.print(granted) + ". Dazu passen die geplanten zuwendungsfähigen Ausgaben von "
        + Euro.print(planned) + " nicht; gerechnet wird mit den tatsächlichen.");
    BigDecimal share = capped(part(actual, rate, steps), granted, "den bewilligten Betrag", steps);
    BigDecimal newIncome = actualIncome.subtract(plannedIncome).max(BigDecimal.ZERO);
    if (newIncome.signum() == 0) {
      return new ExplainedAmount(share, steps, ground(FinancingKind.SHARE));
    }
    steps.add("Neue Mittel: " + Euro.print(newIncome) + ".");
    return reduced(share, part(newIncome, rate, steps), FinancingKind.SHARE, steps);
  }

  private static ExplainedAmount reduced(BigDecimal grant, BigDecimal reduction, FinancingKind kind,
      List<String> steps) {
    BigDecimal left = grant.subtract(reduction).max(BigDecimal.ZERO);
    steps.add((kind == FinancingKind.SHARE ? "Die Zuwendung ermäßigt sich anteilig: "
        : "Die Zuwendung ermäßigt sich um den vollen Betrag: ") + Euro.print(grant) + " − " + Euro.print(reduction)
        + " = " + Euro.print(left) + ".");
    return new ExplainedAmount(left, steps, ground(kind));
  }

  private static String ground(FinancingKind kind) {
    return (kind == FinancingKind.SHARE ? SHARE_GROUND : DEFICIT_GROUND) + ", " + REDUCTION_GROUND;
  }

  /**
   * What has to be paid back: more was paid out than the grant is.
   *
   * @return 0,00 if nothing
   */
  public static ExplainedAmount repayment(BigDecimal paidOut, ExplainedAmount grant) {
    BigDecimal back = paidOut.subtract(grant.amount()).max(BigDecimal.ZERO);
    return new ExplainedAmount(back, List.of("Ausgezahlt " + Euro.print(paidOut) + ", zustehend "
        + Euro.print(grant.amount()) + ": zu erstatten " + Euro.print(back) + "."), "§ 49a Abs. 1 VwVfG NRW");
  }

  /**
   * Plan against actual.
   *
   * @param difference actual minus plan, in euro
   * @param percent the difference in per cent of the plan with one decimal place; null if nothing was planned
   */
  public record Deviation(BigDecimal difference, BigDecimal percent) {
  }

  public static Deviation deviation(BigDecimal planned, BigDecimal actual) {
    BigDecimal difference = Euro.cents(actual.subtract(planned));
    return new Deviation(difference, planned.signum() == 0 ? null
        : difference.multiply(HUNDRED).divide(planned, 1, RoundingMode.HALF_UP));
  }

  /**
   * By how much a single item exceeds what it may: its plan and a part on top, which has to be saved elsewhere.
   *
   * @param percent the part on top in per cent of the plan, by the rule {@link RuleKey#ITEM_EXCESS_PERCENT}
   * @return empty if it does not
   */
  public static Optional<ExplainedAmount> excess(String item, BigDecimal planned, BigDecimal actual, int percent) {
    BigDecimal allowed = Euro.cents(planned.multiply(HUNDRED.add(new BigDecimal(percent)))
        .divide(HUNDRED, RoundingMode.HALF_UP));
    BigDecimal over = actual.subtract(allowed);
    return over.signum() <= 0 ? Optional.empty() : Optional.of(new ExplainedAmount(over, List.of(
        "Einzelansatz „" + item + "“: geplant " + Euro.print(planned) + ", zulässig mit " + percent + " % mehr "
            + Euro.print(allowed) + ".",
        "Ausgegeben sind " + Euro.print(actual) + ", also " + Euro.print(over) + " mehr als zulässig."),
        "Nr. 1.2 ANBest"));
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal rate, List<String> steps) {
    BigDecimal part = Euro.cents(whole.multiply(rate).divide(HUNDRED, 10, RoundingMode.HALF_UP));
    steps.add(Euro.print(whole) + " × " + Euro.percent(rate) + " = " + Euro.print(part) + ".");
    return part;
  }

  private static BigDecimal capped(BigDecimal amount, BigDecimal limit, List<String> steps) {
    return capped(amount, limit, "den Höchstbetrag", steps);
  }

  private static BigDecimal capped(BigDecimal amount, BigDecimal limit, String name, List<String> steps) {
    if (limit == null || amount.compareTo(limit) <= 0) {
      return amount;
    }
    steps.add("Begrenzt auf " + name + ": " + Euro.print(limit) + ".");
    return limit;
  }
}

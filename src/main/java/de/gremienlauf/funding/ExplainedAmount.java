package de.gremienlauf.funding;

import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A computed amount that says how it came about.
 *
 * @param amount in euro, with cents
 * @param steps German sentences in the order of computation, which a clerk can follow with a pocket calculator
 * @param ground the legal ground; what is assumed is marked so
 */
public record ExplainedAmount(BigDecimal amount, List<String> steps, String ground) {

  public ExplainedAmount {
    amount = Euro.cents(amount);
    Objects.requireNonNull(ground);
    steps = List.copyOf(steps);
  }

  /** The amount in full euros as many notices print it, half a euro rounded up. */
  ExplainedAmount inFullEuros() {
    BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
    return rounded.compareTo(amount) == 0 ? this
        : with(rounded, "Auf volle Euro gerundet: " + Euro.print(rounded) + ".");
  }

  /**
   * The amount with a sentence on how it compares with a printed limit, which may be rounded to full euros.
   *
   * @param limit null if there is none
   */
  ExplainedAmount comparedWith(BigDecimal limit) {
    if (limit == null) {
      return this;
    }
    ExplainedAmount rounded = inFullEuros();
    if (limit.compareTo(amount) == 0 || limit.compareTo(rounded.amount) == 0) {
      ExplainedAmount same = limit.compareTo(amount) == 0 ? this : rounded;
      return same.with(same.amount, "Das ist der Höchstbetrag des Bescheids.");
    }
    return with(amount.min(limit), "Der Höchstbetrag des Bescheids, " + Euro.print(limit) + ", liegt um "
        + Euro.print(limit.subtract(amount).abs())
        + (limit.compareTo(amount) > 0 ? " darüber." : " darunter; er gilt."));
  }

  /** Another amount with one more sentence on how it came about. */
  ExplainedAmount with(BigDecimal other, String step) {
    return new ExplainedAmount(other, Stream.concat(steps.stream(), Stream.of(step)).toList(), ground);
  }
}

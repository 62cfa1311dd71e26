package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What a notice grants, in euro.
 *
 * @param financingKind how the grant is measured; null if the notice does not say
 * @param paymentKind whether the money comes before it is spent; null if the notice does not say
 * @param rate share of the eligible expenditure in per cent; null unless the financing is by share
 * @param eligibleTotal eligible expenditure in all; null if not stated
 * @param grantLimit the most that is granted (Höchstbetrag); null if not stated
 * @param years amounts by budget year; empty if not stated
 * @param conditions what else the city has to heed; null if nothing
 * @param clauses what the notice says otherwise than the rules of the programme
 */
public record GrantTerms(FinancingKind financingKind, PaymentKind paymentKind, BigDecimal rate,
    BigDecimal eligibleTotal, BigDecimal grantLimit, SortedMap<Integer, BigDecimal> years, String conditions,
    List<NoticeClause> clauses) {

  /** What it names in all: by budget years, or by the limit where it names none; null if neither. */
  BigDecimal amount() {
    return years.isEmpty() ? grantLimit : years.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Refuses terms that contradict themselves. */
  void check() {
    if (financingKind == FinancingKind.SHARE && rate == null) {
      throw new BusinessException("Bitte geben Sie bei einer Anteilfinanzierung den Fördersatz an.");
    }
    BigDecimal sum = years.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (grantLimit != null && sum.compareTo(grantLimit) > 0) {
      throw new BusinessException("Die Beträge der Haushaltsjahre sind zusammen " + Euro.print(sum)
          + ", mehr als der Höchstbetrag von " + Euro.print(grantLimit) + ".");
    }
  }
}

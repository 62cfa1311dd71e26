package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** What notices grant together, in euro: each by budget years, or, where it names none, by its limit. */
class GrantedAmounts {

  private final SortedMap<Integer, BigDecimal> years = new TreeMap<>();
  /** What limits add to the years or take from them; null as long as no limit counts. */
  private BigDecimal besides;

  private GrantedAmounts() {
  }

  /** What these notices grant, taken in their order. */
  static GrantedAmounts of(Collection<FundingNotice> notices) {
    GrantedAmounts amounts = new GrantedAmounts();
    notices.forEach(notice -> {
      if (!notice.years.isEmpty()) {
        amounts.takeYears(notice);
      } else if (notice.grantLimit != null) {
        amounts.takeLimit(notice);
      }
    });
    return amounts;
  }

  private void takeYears(FundingNotice notice) {
    NoticeKind.AmountEffect effect = notice.kind.effect();
    if (effect == NoticeKind.AmountEffect.REPLACES && besides != null && (years.isEmpty() || besides.signum() < 0)) {
      // The new years say how a limit, or a cut of it, is divided.
      besides = null;
    }
    for (NoticeYear year : notice.years) {
      BigDecimal before = years.getOrDefault(year.budgetYear(), BigDecimal.ZERO);
      years.put(year.budgetYear(), switch (effect) {
        case ADDS -> before.add(year.amount());
        case REPLACES -> year.amount();
        case TAKES_BACK -> before.subtract(year.amount());
        case NONE -> before;
      });
    }
  }

  private void takeLimit(FundingNotice notice) {
    BigDecimal before = besides == null ? BigDecimal.ZERO : besides;
    besides = switch (notice.kind.effect()) {
      case ADDS -> before.add(notice.grantLimit);
      case REPLACES -> notice.grantLimit.subtract(sum());
      case TAKES_BACK -> total() == null ? null : before.subtract(notice.grantLimit);
      case NONE -> besides;
    };
  }

  private BigDecimal sum() {
    return years.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  SortedMap<Integer, BigDecimal> years() {
    return years;
  }

  /** All together; null if the notices do not say. */
  BigDecimal total() {
    return besides == null ? years.isEmpty() ? null : sum() : sum().add(besides);
  }
}

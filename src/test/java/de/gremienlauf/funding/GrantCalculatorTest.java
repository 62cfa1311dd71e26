package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of grants: worked examples, and what holds for any amounts. */
class GrantCalculatorTest {

  private static final BigDecimal NINETY = new BigDecimal(90);
  private static final BigDecimal NO_INCOME = BigDecimal.ZERO;

  private static BigDecimal euro(String amount) {
    return new BigDecimal(amount);
  }

  @ParameterizedTest
  @CsvSource({
      "434150, 90, , 390735.00",
      "175971, 90, , 158373.90",
      "175971, 90, 158374, 158373.90",
      "175971, 90, 150000, 150000.00",
      "100, 66.6667, , 66.67",
      "0.05, 10, , 0.01",
      "0.04, 10, , 0.00",
      "0, 90, , 0.00"})
  void aShareIsRateTimesEligibleUpToTheLimit(String eligible, String rate, String limit, String grant) {
    assertThat(GrantCalculator.share(euro(eligible), euro(rate), limit == null ? null : euro(limit)).amount())
        .isEqualTo(grant);
  }

  @Test
  void aShareIsExplained() {
    ExplainedAmount grant = GrantCalculator.share(euro("175971"), NINETY, euro("150000"));
    assertThat(grant.steps()).containsExactly("175.971,00 € × 90 % = 158.373,90 €.",
        "Begrenzt auf den Höchstbetrag: 150.000,00 €.");
    assertThat(grant.ground()).contains("Anteilfinanzierung");
  }

  @Test
  void noticesRoundToFullEuros() {
    ExplainedAmount rounded = GrantCalculator.share(euro("175971"), NINETY, null).inFullEuros();
    assertThat(rounded.amount()).isEqualTo("158374.00");
    assertThat(rounded.steps()).last().isEqualTo("Auf volle Euro gerundet: 158.374,00 €.");
    ExplainedAmount whole = GrantCalculator.share(euro("434150"), NINETY, null);
    assertThat(whole.inFullEuros()).isSameAs(whole);
    // 17.597 + 158.374 = 175.971, as the extension was financed.
    assertThat(rounded.amount().add(euro("17597"))).isEqualByComparingTo("175971");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "434150 | 390735 | 390735.00 | Das ist der Höchstbetrag des Bescheids.",
      "175971 | 158373.90 | 158373.90 | Das ist der Höchstbetrag des Bescheids.",
      "175971 | 158374 | 158374.00 | Das ist der Höchstbetrag des Bescheids.",
      "175971 | 158375 | 158373.90 | Der Höchstbetrag des Bescheids, 158.375,00 €, liegt um 1,10 € darüber.",
      "175971 | 158000 | 158000.00 | Der Höchstbetrag des Bescheids, 158.000,00 €, liegt um 373,90 € darunter; er"
          + " gilt.",
      "175971 | | 158373.90 | 175.971,00 € × 90 % = 158.373,90 €."})
  void whatANoticePrintsIsComparedWithWhatItComesTo(String eligible, String limit, String grant, String said) {
    ExplainedAmount compared = GrantCalculator.share(euro(eligible), NINETY, null)
        .comparedWith(limit == null ? null : euro(limit));
    assertThat(compared.amount()).isEqualTo(grant);
    assertThat(compared.steps()).last().isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
      "SHARE, 390735, 434150, 434150, 43415, 43415, 390735.00",
      "SHARE, 390735, 434150, 400000, 43415, 43415, 360000.00",
      "SHARE, 390735, 434150, 434150, 43415, 53415, 381735.00",
      "SHARE, 390735, 434150, 450000, 43415, 43415, 390735.00",
      "SHARE, 390735, 434150, 434150, 43415, 20000, 390735.00",
      "SHARE, 390735, 434150, 0, 43415, 43415, 0.00",
      "DEFICIT, 100000, 150000, 140000, 50000, 50000, 90000.00",
      "DEFICIT, 100000, 150000, 150000, 50000, 70000, 80000.00",
      "DEFICIT, 100000, 150000, 20000, 50000, 70000, 0.00",
      "FIXED, 50000, 150000, 140000, 100000, 120000, 50000.00",
      "FIXED, 50000, 150000, 45000, 100000, 0, 45000.00"})
  void lowerCostAndNewIncomeReduceAsTheKindOfFinancingSays(FinancingKind kind, String granted, String planned,
      String actual, String plannedIncome, String actualIncome, String settled) {
    ExplainedAmount grant = GrantCalculator.settled(kind, euro(granted), NINETY, euro(planned), euro(actual),
        euro(plannedIncome), euro(actualIncome));
    assertThat(grant.amount()).isEqualTo(settled);
    assertThat(grant.steps()).isNotEmpty();
    assertThat(grant.ground()).contains("§ 44 LHO NRW");
  }

  @Test
  void aFixedSumIsNotMoreThanTheEligibleExpenditure() {
    assertThat(GrantCalculator.fixed(euro("60000"), euro("50000")).amount()).isEqualTo("50000.00");
    assertThat(GrantCalculator.fixed(euro("40000"), euro("50000")).amount()).isEqualTo("40000.00");
  }

  @Test
  void whatWasPaidOutTooMuchGoesBack() {
    ExplainedAmount settled = GrantCalculator.settled(FinancingKind.SHARE, euro("390735"), NINETY, euro("434150"),
        euro("400000"), NO_INCOME, NO_INCOME);
    assertThat(GrantCalculator.repayment(euro("390735"), settled).amount()).isEqualTo("30735.00");
    assertThat(GrantCalculator.repayment(euro("300000"), settled).amount()).isEqualTo("0.00");
  }

  @Test
  void planIsComparedWithActual() {
    GrantCalculator.Deviation more = GrantCalculator.deviation(euro("1000"), euro("1234.56"));
    assertThat(more.difference()).isEqualTo("234.56");
    assertThat(more.percent()).isEqualTo("23.5");
    assertThat(GrantCalculator.deviation(euro("1000"), euro("900")).percent()).isEqualTo("-10.0");
    assertThat(GrantCalculator.deviation(BigDecimal.ZERO, euro("5")).percent()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"10000, 12000, ", "10000, 12000.01, 0.01", "10000, 15000, 3000.00", "0, 0.01, 0.01", "10000, 0, "})
  void aSingleItemMayExceedByTwentyPerCent(String planned, String actual, String excess) {
    assertThat(GrantCalculator.excess("Honorare", euro(planned), euro(actual), 20).map(ExplainedAmount::amount))
        .isEqualTo(Optional.ofNullable(excess).map(GrantCalculatorTest::euro));
  }

  @Test
  void holdsForAnyAmounts() {
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      BigDecimal planned = cents(random);
      BigDecimal actual = cents(random);
      BigDecimal income = cents(random);
      BigDecimal more = cents(random);
      BigDecimal rate = BigDecimal.valueOf(random.nextInt(1_000_000) + 1, 4);
      BigDecimal limit = cents(random);
      BigDecimal grant = GrantCalculator.share(planned, rate, limit).amount();
      assertThat(grant).isBetween(BigDecimal.ZERO, planned.min(limit)).hasScaleOf(2);
      assertThat(GrantCalculator.share(planned.add(more), rate, limit).amount()).isGreaterThanOrEqualTo(grant);
      for (FinancingKind kind : FinancingKind.values()) {
        BigDecimal settled =
            GrantCalculator.settled(kind, grant, rate, planned, actual, income, income).amount();
        assertThat(settled).isBetween(BigDecimal.ZERO, grant);
        assertThat(GrantCalculator.settled(kind, grant, rate, planned, actual, income, income.add(more)).amount())
            .as("more income never means more grant").isLessThanOrEqualTo(settled);
        assertThat(GrantCalculator.settled(kind, grant, rate, planned, actual.add(more), income, income).amount())
            .as("more cost never means less grant").isGreaterThanOrEqualTo(settled);
      }
      BigDecimal unlimited = GrantCalculator.share(planned, rate, null).amount();
      BigDecimal afterSaving = GrantCalculator.settled(FinancingKind.SHARE, unlimited, rate, planned,
          planned.min(actual), income, income).amount();
      assertThat(afterSaving.subtract(GrantCalculator.share(planned.min(actual), rate, null).amount()).abs())
          .as("reduced pro rata is the share of what was spent, but for rounding").isLessThanOrEqualTo(euro("0.01"));
    }
  }

  private static BigDecimal cents(Random random) {
    return BigDecimal.valueOf(random.nextInt(100_000_000), 2);
  }
}

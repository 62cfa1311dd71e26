package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericStatementTest {

  private static NumericStatement.Terms terms(FinancingKind kind, String rate, String paidOut) {
    return new NumericStatement.Terms(kind, new BigDecimal("90000.00"), rate == null ? null : new BigDecimal(rate),
        new BigDecimal(paidOut), 20);
  }

  private static List<PlanLine> plan(String personnel, String material, String third) {
    return List.of(line(1, LineSide.EXPENDITURE, null, "Personal", "80000.00", true, personnel),
        line(2, LineSide.EXPENDITURE, null, "Sachkosten; klein", "20000.00", true, material),
        line(3, LineSide.FINANCING, FinancingSource.OWN, "Eigenmittel", "10000.00", false, "15000.00"),
        line(4, LineSide.FINANCING, FinancingSource.THIRD, "Spenden", "0.00", false, third),
        line(5, LineSide.FINANCING, FinancingSource.LAND, "Zuwendung", "90000.00", false, null));
  }

  private static PlanLine line(long id, LineSide side, FinancingSource source, String label, String planned,
      boolean eligible, String actual) {
    return new PlanLine(id, side, source, label, new BigDecimal(planned), eligible,
        actual == null ? null : new BigDecimal(actual));
  }

  @ParameterizedTest
  @CsvSource({
      // Less spent: 90 % of 10.000 less. Donations reduce it too; what the city adds of its own does not.
      "SHARE, 90, 70000.00, 20000.00, 0.00, 81000.00",
      "SHARE, 90, 70000.00, 20000.00, 1000.00, 80100.00",
      "SHARE, 90, 80000.00, 25000.00, 0.00, 90000.00",
      // Without a rate it is the share that the grant has in the plan.
      "SHARE, , 70000.00, 20000.00, 0.00, 81000.00",
      "DEFICIT, , 70000.00, 20000.00, 1000.00, 79000.00",
      "FIXED, , 70000.00, 20000.00, 0.00, 90000.00",
      "FIXED, , 60000.00, 20000.00, 0.00, 80000.00"})
  void grantFollowsTheNumbers(FinancingKind kind, String rate, String personnel, String material, String third,
      String expected) {
    NumericStatement numbers = NumericStatement.of(plan(personnel, material, third), terms(kind, rate, "90000.00"));

    assertThat(numbers.grant().amount()).isEqualByComparingTo(expected);
    assertThat(numbers.grant().steps()).isNotEmpty();
    assertThat(numbers.repayment().amount())
        .isEqualByComparingTo(new BigDecimal("90000.00").subtract(new BigDecimal(expected)));
  }

  @ParameterizedTest
  @CsvSource({"24000.00, 0", "24000.01, 1"})
  void itemsMayExceedTheirPlanByAFifth(String material, int exceeded) {
    NumericStatement numbers = NumericStatement.of(plan("70000.00", material, "0.00"),
        terms(FinancingKind.SHARE, "90", "0.00"));

    assertThat(numbers.exceeded()).hasSize(exceeded);
    assertThat(numbers.repayment().amount()).isEqualByComparingTo("0.00");
  }

  /** One item, donations and the grant, which is paid out in full. */
  private static NumericStatement simple(String granted, String rate, String planned, String expected, String actual,
      String income) {
    return NumericStatement.of(List.of(
        line(1, LineSide.EXPENDITURE, null, "Personal", planned, true, actual),
        line(2, LineSide.FINANCING, FinancingSource.THIRD, "Spenden", "0.00", false, income),
        line(3, LineSide.FINANCING, FinancingSource.LAND, "Zuwendung", expected, false, null)),
        new NumericStatement.Terms(FinancingKind.SHARE, new BigDecimal(granted),
            rate == null ? null : new BigDecimal(rate), new BigDecimal(granted), 20));
  }

  @ParameterizedTest
  @CsvSource({
      // Extended: 158.374,00 were added to the 390.735,00 of the plan.
      "549109.00, 90, 434150.00, 390735.00, 560000.00, 0.00, 504000.00",
      "549109.00, 90, 434150.00, 390735.00, 420000.00, 0.00, 378000.00",
      "549109.00, 90, 434150.00, 390735.00, 700000.00, 0.00, 549109.00",
      "549109.00, 90, 434150.00, 390735.00, 560000.00, 1000.00, 503100.00",
      "549109.00, , 434150.00, 390735.00, 560000.00, 0.00, 504000.00",
      // Extended with a new plan.
      "549109.00, 90, 610121.00, 549109.00, 610121.00, 0.00, 549109.00",
      // Cut from 90.000,00: what is spent less because of that is not taken off again.
      "80000.00, 90, 100000.00, 90000.00, 88888.89, 0.00, 80000.00",
      "80000.00, 90, 100000.00, 90000.00, 80000.00, 0.00, 72000.00",
      "80000.00, 90, 100000.00, 90000.00, 100000.00, 1000.00, 79100.00",
      // Taken back in full.
      "0.00, 90, 100000.00, 90000.00, 100000.00, 0.00, 0.00",
      // A plan that expects what was granted stays the measure: full euros, a rate with two decimals, a limit.
      "158374.00, 90, 175971.00, 158374.00, 175971.00, 0.00, 158374.00",
      "200000.00, 66.66, 300000.00, 200000.00, 300000.00, 0.00, 200000.00",
      "80000.00, 90, 100000.00, 80000.00, 95000.00, 0.00, 75500.00"})
  void aShareIsOfWhatWasSpentWherePlanAndGrantDiffer(String granted, String rate, String planned, String expected,
      String actual, String income, String grant) {
    NumericStatement numbers = simple(granted, rate, planned, expected, actual, income);

    assertThat(numbers.grant().amount()).isEqualByComparingTo(grant);
    assertThat(numbers.repayment().amount())
        .isEqualByComparingTo(new BigDecimal(granted).subtract(new BigDecimal(grant)));
  }

  @Test
  void theShareOfWhatWasSpentIsExplained() {
    ExplainedAmount grant = simple("549109.00", "90", "434150.00", "390735.00", "560000.00", "1000.00").grant();
    assertThat(grant.steps()).containsExactly(
        "Bewilligt: 549.109,00 €. Dazu passen die geplanten zuwendungsfähigen Ausgaben von 434.150,00 € nicht;"
            + " gerechnet wird mit den tatsächlichen.",
        "560.000,00 € × 90 % = 504.000,00 €.", "Neue Mittel: 1.000,00 €.", "1.000,00 € × 90 % = 900,00 €.",
        "Die Zuwendung ermäßigt sich anteilig: 504.000,00 € − 900,00 € = 503.100,00 €.");
    assertThat(grant.ground()).contains("Anteilfinanzierung", "Nr. 2 ANBest");
  }

  @Test
  void aDeficitThatDiffersFromThePlanIsToBeChecked() {
    NumericStatement.Terms cut = new NumericStatement.Terms(FinancingKind.DEFICIT, new BigDecimal("80000.00"), null,
        BigDecimal.ZERO, 20);
    assertThat(NumericStatement.of(plan("70000.00", "20000.00", "0.00"), cut).grant().steps()).last().asString()
        .contains("Zuwendung von 90.000,00 €", "Bitte prüfen Sie");
    assertThat(NumericStatement.of(plan("70000.00", "20000.00", "0.00"), terms(FinancingKind.DEFICIT, null, "0.00"))
        .grant().steps()).noneMatch(step -> step.contains("Bitte prüfen Sie"));
  }

  @ParameterizedTest
  @CsvSource({"135000.00, 0", "90000.00, 1", "80000.00, 1"})
  void aPlanThatTheGrantHasOutgrownDoesNotBindItsItems(String granted, int exceeded) {
    NumericStatement numbers = NumericStatement.of(plan("110000.00", "20000.00", "0.00"),
        new NumericStatement.Terms(FinancingKind.SHARE, new BigDecimal(granted), new BigDecimal("90"),
            BigDecimal.ZERO, 20));

    assertThat(numbers.exceeded()).hasSize(exceeded);
  }

  @Test
  void withoutAPlanThereIsNothingToMeasure() {
    NumericStatement numbers = NumericStatement.of(List.of(), terms(FinancingKind.SHARE, "90", "0.00"));

    assertThat(numbers.grant()).isNull();
    assertThat(numbers.repayment()).isNull();
  }

  @Test
  void linesAreReadAsTheyAreWritten() {
    List<PlanLine> plan = plan("70000.50", null, null);
    String written = ActualLines.write(plan);

    assertThat(written).startsWith("1; Personal; Plan 80.000,00; Ist 70.000,50\n2; Sachkosten, klein; Plan 20.000,00;"
        + " Ist \n3; Eigenmittel;");
    assertThat(ActualLines.read(written, plan)).isEqualTo(Map.of(1L, new BigDecimal("70000.50"), 3L,
        new BigDecimal("15000.00")));
    assertThat(ActualLines.read("\n 2 ; Sachkosten ; Plan ; Ist: 5 € \n", plan))
        .isEqualTo(Map.of(2L, new BigDecimal("5.00")));
    assertThat(ActualLines.read(null, plan)).isEmpty();
    assertThatThrownBy(() -> ActualLines.read("0; x; Ist 1", plan)).isInstanceOf(BusinessException.class);
  }
}

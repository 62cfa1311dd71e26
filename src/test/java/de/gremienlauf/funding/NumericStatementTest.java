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

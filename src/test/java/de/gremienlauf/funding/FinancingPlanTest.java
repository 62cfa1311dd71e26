package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.support.IntegrationTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan of financing as people write it: exact amounts, both sides the same. */
@IntegrationTest
class FinancingPlanTest {

  @Autowired ProjectWorld world;
  @Autowired FinancingPlan plan;
  @Autowired ProjectHistory history;

  private static final String COSTS = "Personal; 175.971,00";
  private static final String MONEY = "Eigenmittel; 17.597,10\nLandesmittel; Zuwendung; 158.373,90";

  @Test
  void planIsReadAndKept() {
    Long project = world.stored(world.city());
    plan.replace(project, FinancingPlan.read("Personal; 170.000\n\n Sachmittel ; 5.971,00 € ; nicht zuwendungsfähig",
        MONEY));

    assertThat(plan.lines(project)).extracting(PlanLine::label)
        .containsExactly("Personal", "Sachmittel", "Eigenmittel", "Zuwendung");
    assertThat(plan.lines(project)).extracting(PlanLine::source)
        .containsExactly(null, null, FinancingSource.OWN, FinancingSource.LAND);
    FinancingPlan.Balance balance = plan.balance(project);
    assertThat(balance.expenditure()).isEqualTo(new BigDecimal("175971.00"));
    assertThat(balance.eligible()).isEqualTo(new BigDecimal("170000.00"));
    assertThat(balance.ownShare()).isEqualTo(new BigDecimal("17597.10"));
    assertThat(balance.sentence())
        .isEqualTo("Der Finanzierungsplan geht auf: Ausgaben 175.971,00 €, Finanzierung 175.971,00 €.");
    plan.replace(project, FinancingPlan.read(COSTS, MONEY));
    assertThat(plan.lines(project)).hasSize(3);
    plan.replace(project, List.of());
    assertThat(plan.lines(project)).isEmpty();
    assertThat(history.of(project)).extracting(ProjectEvent::description).contains("Finanzierungsplan entfernt.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Personal; 175.971,01 | Landesmittel; 175.971,00 | es fehlen 0,01 €.
      Personal; 175.971,00 | Landesmittel; 175.972,00 | es sind 1,00 € zu viel.
      Personal | Landesmittel; 1 | Bezeichnung; Betrag
      Personal; 1; vielleicht | Landesmittel; 1 | nicht zuwendungsfähig
      Personal; 1; 2; 3 | Landesmittel; 1 | Bezeichnung; Betrag
      Personal; 1.5 | Landesmittel; 1 | 1.234,56
      Personal; -1 | Landesmittel; 1 | 1.234,56
      Personal; viel | Landesmittel; 1 | 1.234,56
      ; 1 | Landesmittel; 1 | braucht eine Bezeichnung
      Personal; 1 | Lotterie; 1 | ist keine Herkunft
      Personal; 1 | Landesmittel | Herkunft; Betrag
      Personal; 1 | Landesmittel; a; b; 1 | Herkunft; Betrag
      """)
  void whatCannotBeIsRefused(String costs, String money, String message) {
    Long project = world.stored(world.city());
    assertThatThrownBy(() -> plan.replace(project, FinancingPlan.read(costs, money)))
        .isInstanceOf(BusinessException.class).hasMessageContaining(message);
    assertThat(plan.lines(project)).isEmpty();
  }

  @Test
  void actualAmountsKeepThePlan() {
    Long project = world.stored(world.city());
    plan.replace(project, FinancingPlan.read(COSTS, MONEY));
    Long line = plan.lines(project).get(0).id();
    plan.actuals(project, Map.of(line, new BigDecimal("170000")));
    assertThat(plan.lines(project).get(0).actual()).isEqualTo(new BigDecimal("170000.00"));
    assertThatThrownBy(() -> plan.replace(project, List.of())).isInstanceOf(BusinessException.class)
        .hasMessageContaining("nicht mehr ersetzen");
    assertThatThrownBy(() -> plan.actuals(project, Map.of(line, new BigDecimal("-1"))))
        .isInstanceOf(BusinessException.class).hasMessageContaining("negativ");
    assertThatThrownBy(() -> plan.actuals(world.stored(world.city()), Map.of(line, BigDecimal.ONE)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("gibt es nicht");
  }

  @Test
  void longLabelIsRefused() {
    assertThatThrownBy(() -> FinancingPlan.read("x".repeat(501) + "; 1", null)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("500");
  }
}

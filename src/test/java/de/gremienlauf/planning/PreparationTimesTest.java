package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.operation.Rows;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of the papers of a municipality; everything is taken back afterwards. */
@IntegrationTest
class PreparationTimesTest {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

  @Autowired PreparationTimes times;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  private int number;

  private void concluded(Rows rows, long paper, long body, String kind, LocalDate day) {
    rows.insert("consultation", Map.of("paper_id", paper, "organization_id", body, "consultation_number", ++number,
        "kind", kind, "concluded_on", day));
  }

  @Test
  void whatABusyTownDecidesDoesNotHideThatOfAQuietOne() {
    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      Rows rows = new Rows(jdbc);
      long body = rows.insert("organization", Map.of("municipality", "Ruhstadt"));
      long quiet = rows.insert("paper", Map.of("municipality", "Ruhstadt"));
      long busy = rows.insert("paper", Map.of("municipality", "Eilstadt"));
      concluded(rows, quiet, body, "POSTPONED", DAY);
      for (int i = 0; i < 500; i++) {
        concluded(rows, busy, body, "DECIDED", DAY.plusDays(1));
      }
      PastRuns past = times.past("Ruhstadt", DAY.plusDays(2));
      assertThat(past.consultations()).isEqualTo(1);
      assertThat(past.postponements()).isEqualTo(1);
      assertThat(times.past("Eilstadt", DAY.plusDays(2)).consultations()).isEqualTo(500);
    });
  }
}

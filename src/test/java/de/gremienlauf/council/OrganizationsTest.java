package de.gremienlauf.council;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.StatementCount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bodies and offices are read once for everybody, and nobody sees for long what is no longer so. */
@IntegrationTest
class OrganizationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private final String city = "Ort " + UUID.randomUUID();

  @Autowired Council council;
  @Autowired JdbcClient jdbc;
  @Autowired StatementCount count;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void whatIsKnownIsNotAskedForAgain() {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    int statements = -1;
    // Two seconds may pass between two lines of a test.
    for (int i = 0; i < 5 && statements != 0; i++) {
      ask(office);
      statements = count.of(() -> ask(office)).statements();
    }
    assertThat(statements).isZero();
  }

  private void ask(Organization office) {
    assertThat(council.offices(city, DAY)).containsExactly(office);
    assertThat(council.get(office.id())).isEqualTo(office);
    assertThat(council.find(city, "Kämmerei")).contains(office);
    council.read(List.of(office.id()));
  }

  @Test
  void whatIsChangedHereIsSeenAtOnce() {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    council.get(office.id());
    council.mailTo(office, "kaemmerei@example.org");
    assertThat(council.get(office.id()).mailAddress()).isEqualTo("kaemmerei@example.org");
    assertThat(council.find(city, "Rat")).isEmpty();
    Organization body = council.addBody(city, "Rat", null, null, null);
    assertThat(council.find(city, "Rat")).contains(body);
    assertThat(council.offices(city, DAY)).extracting(Organization::mailAddress)
        .containsExactly("kaemmerei@example.org");
  }

  /** Long transactions, as of a job that prints, read what others committed meanwhile. */
  @Test
  void whoIsStillAtWorkDoesNotRemindOthersOfWhatWas() {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      council.get(office.id());
      council.offices(city, DAY);
      inAnotherThread(() -> council.mailTo(office, "kaemmerei@example.org"));
      assertThat(council.get(office.id()).mailAddress()).isNotNull();
      assertThat(council.offices(city, DAY).get(0).mailAddress()).isNotNull();
    });
    assertThat(council.get(office.id()).mailAddress()).isNotNull();
  }

  @Test
  void whetherOneStillExistsIsAskedOfTheDatabase() {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    council.get(office.id());
    council.find(city, "Kämmerei");
    jdbc.sql("update organization set end_date = ? where id = ?").params(DAY.minusDays(1), office.id()).update();
    assertThat(council.find(city, "Kämmerei", DAY)).isEmpty();
    assertThat(council.now(office.id()).validOn(DAY)).isFalse();
  }

  private static void inAnotherThread(Runnable action) {
    try {
      CompletableFuture.runAsync(action).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAnotherNodeChangesIsSeenSoonAfterwards() throws InterruptedException {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    council.get(office.id());
    jdbc.sql("update organization set name = 'Finanzverwaltung' where id = ?").param(office.id()).update();
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!council.get(office.id()).name().equals("Finanzverwaltung")) {
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.sleep(100);
    }
  }
}

package de.gremienlauf.council;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.StatementCount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies and offices are read once for everybody, and nobody sees for long what is no longer so. */
@IntegrationTest
class OrganizationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private final String city = "Ort " + UUID.randomUUID();

  @Autowired Council council;
  @Autowired JdbcClient jdbc;
  @Autowired StatementCount count;

  @Test
  void whatIsKnownIsNotAskedForAgain() {
    Organization office = council.addOffice(city, "Kämmerei", "kaemmerei");
    List<Organization> all = council.offices(city, DAY);
    assertThat(all).containsExactly(office);
    assertThat(council.get(office.id())).isEqualTo(office);
    assertThat(council.find(city, "Kämmerei")).contains(office);
    assertThat(count.of(() -> {
      assertThat(council.offices(city, DAY)).isEqualTo(all);
      assertThat(council.get(office.id())).isEqualTo(office);
      assertThat(council.find(city, "Kämmerei")).contains(office);
      council.read(List.of(office.id()));
    }).statements()).isZero();
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

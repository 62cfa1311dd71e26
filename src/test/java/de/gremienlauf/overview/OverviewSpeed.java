package de.gremienlauf.overview;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.overview.process.StepTimesReader;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How much slower what Cockpit asks for becomes by 100 000 finished runs: the median of repeated requests before and
 * after they are put into the database. It measures time and takes minutes, so that its name keeps it out of the
 * normal tests: {@code mvn -B test-compile && mvn -B surefire:test@default-test -Dtest=OverviewSpeed}, the same with
 * {@code surefire:test@postgresql}, where the engine's history of all these runs is there too (on H2, which has all of it
 * in the memory of the test, of 5 000).
 */
@IntegrationTest
class OverviewSpeed {

  private static final int RUNS = 100_000;
  /** A city that has been at it for twenty years. */
  private static final int PER_DAY = 14;
  private static final int WARM_UP = 80;
  private static final int MEASURED = 50;
  private static final double ALLOWED = 1.5;
  private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired StepTimesReader times;
  @Autowired JdbcTemplate jdbc;

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  @Test
  void finishedRunsDoNotSlowCockpitDown() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    Wish rat = new Wish("Rat", ConsultationRole.DECISION, 1, DAY);
    PaperRun done = world.ownCity().paper("Beschlussvorlage").release(rat);
    String process = done.process();
    done.result("Rat", "einstimmig zugestimmt");
    PaperRun running = world.ownCity().paper("Beschlussvorlage").release(new Wish("Rat", ConsultationRole.DECISION, 1,
        DAY.plusDays(28)));
    for (int i = 0; i < 10; i++) {
      world.ownCity().paper("Beschlussvorlage");
    }
    times.read();
    Person manager = people.browser("amtsleitung");
    String model = clerk.instance(running.process()).getProcessDefinitionId();
    Long body = world.ownCity().body("Rat").id();
    // Some finished papers before, so that both times a whole page is read.
    FinishedRuns runs = new FinishedRuns(jdbc);
    runs.copy(done.id, "Anfang", 60, PER_DAY);
    List<String> addresses = List.of("/api/overview", "/api/overview/incidents", "/api/weekly-list",
        "/api/overview/finished", "/api/overview/finished?query=anfang", "/api/overview/finished?query=91/2001",
        "/api/overview/finished?query=anfang&body=" + body + "&from=2026-01-01&until=2026-02-05",
        "/api/process-definitions/" + model + "/waiting", "/api/process-instances/" + running.process() + "/paper",
        "/api/process-instances/" + running.process() + "/course", "/api/papers/" + running.id,
        "/api/papers/" + running.id + "/plan");
    Map<String, Double> before = medians(manager, addresses);
    runs.copy(done.id, "Bestand", RUNS, PER_DAY);
    runs.copyHistory(process, inMemory() ? RUNS / 20 : RUNS, PER_DAY);
    jdbc.execute("analyze");
    Map<String, Double> after = medians(manager, addresses);
    Map<String, Double> tooSlow = new LinkedHashMap<>();
    System.out.printf("%n%d finished papers, %d finished activities%n",
        jdbc.queryForObject("select count(*) from finished_paper", Integer.class),
        jdbc.queryForObject("select count(*) from ACT_HI_ACTINST", Integer.class));
    addresses.forEach(address -> {
      double ratio = after.get(address) / before.get(address);
      System.out.printf("%6.2f ms %6.2f ms  ratio %.2f  %s%n", before.get(address), after.get(address), ratio, address);
      if (ratio > ALLOWED) {
        tooSlow.put(address, ratio);
      }
    });
    assertThat(tooSlow).isEmpty();
  }

  /** The history of all runs does not fit into the memory of a test. */
  private boolean inMemory() {
    return jdbc.execute((Connection connection) -> connection.getMetaData().getURL()).startsWith("jdbc:h2");
  }

  private static Map<String, Double> medians(Person person, List<String> addresses) {
    Map<String, List<Long>> taken = new LinkedHashMap<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      for (String address : addresses) {
        long begun = System.nanoTime();
        int status = person.get(address).status();
        long nanos = System.nanoTime() - begun;
        assertThat(status).as(address).isEqualTo(200);
        if (i >= WARM_UP) {
          taken.computeIfAbsent(address, one -> new ArrayList<>()).add(nanos);
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    taken.forEach((address, nanos) -> medians.put(address, nanos.stream().sorted().toList().get(MEASURED / 2) / 1e6));
    return medians;
  }
}

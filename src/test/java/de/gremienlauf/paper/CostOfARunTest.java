package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.benchmark.BareEngine;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.StatementCount.Cost;
import de.gremienlauf.support.StatementCount;
import de.gremienlauf.support.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What one paper costs the database on its whole way through four meetings, with an agenda and an excerpt for each:
 * forms, services and jobs, without what the test itself looks up.
 * The bounds only notice when somebody adds much to it.
 */
class CostOfARunTest extends PaperStory {

  private static final int STATEMENTS = 2200;
  private static final int TRANSACTIONS = 60;
  private static final List<String> BODIES =
      List.of("Integrationsrat", "Sozialausschuss", "Verwaltungsausschuss", "Jugendhilfeausschuss");
  private static final List<LocalDate> DAYS = List.of(day(1, 13), day(1, 15), day(1, 26), day(1, 27));

  @Autowired StatementCount count;
  @Autowired ApplicationContext application;
  @Autowired JdbcTemplate jdbc;

  /** The process instances that other tests have left waiting; null stands for the engine's own housekeeping. */
  private final Set<String> ofOthers = new HashSet<>(Collections.singleton(null));
  private Cost cost = Cost.NOTHING;

  @Test
  void aReportIsNotedByFourBodies() {
    // Whoever is absent makes each task cost more, and other tests leave people absent.
    jdbc.update("update absence set revoked_at = ? where revoked_at is null", START.atStartOfDay());
    // The first run reads the models.
    run();
    cost = Cost.NOTHING;
    clerk.onDay(START);
    String process = run();

    List<HistoricVariableInstance> variables = engine.getHistoryService().createHistoricVariableInstanceQuery().list()
        .stream().filter(variable -> process.equals(variable.getRootProcessInstanceId())).toList();
    Set<String> names = new TreeSet<>();
    variables.forEach(variable -> names.add(variable.getName()));
    System.out.printf("one run over four committees: %d SQL statements, %d of them on the engine's tables, %d"
            + " transactions, %d process variables (%s)%n", cost.statements(), cost.ofEngine(), cost.commits(),
        variables.size(), String.join(", ", names));
    assertThat(cost.statements()).isPositive().isLessThan(STATEMENTS);
    assertThat(cost.commits()).isPositive().isLessThan(TRANSACTIONS);
    assertThat(names).doesNotContain("subject", "result", "reasons", "decision");
    compareWithBareEngine();
  }

  /** A paper from its beginning to its end; the instance of its process. */
  private String run() {
    engine.getManagementService().createJobQuery().list().forEach(job -> ofOthers.add(job.getProcessInstanceId()));
    City city = world.ownCity();
    String office = city.office("Kämmerei " + UUID.randomUUID()).id().toString();
    List<Wish> wishes = new ArrayList<>();
    for (int rank = 1; rank <= BODIES.size(); rank++) {
      // Bodies of its own: another test's members, meetings and papers would cost something too.
      wishes.add(new Wish(BODIES.get(rank - 1) + " " + UUID.randomUUID(), ConsultationRole.NOTICE, rank, DAYS.get(rank - 1)));
    }
    List<SequenceStation> stations = wishes.stream().map(city::station).toList();
    Long id = begin(city);
    String process = papers.get(id).processInstanceId;

    complete(process, "Task_Draft", Map.of("subject", "Abschlussbericht", "leadOffice", "V/50",
        "visibility", "public", "reasons", "Text der Mitteilung", "coSigningOffices", List.of(office)));
    spend(() -> sequences.change(id, stations, null));
    complete(process, "Task_ConfirmSequence", Map.of("sequenceConfirmed", true));
    complete(process, "Task_CoSign", Map.of("decision", "AGREED"));
    complete(process, "Task_Sign", Map.of("decision", "SIGN", "signatory", "Dr. Muster", "capacity", "OWN"));
    for (Wish wish : wishes) {
      EngineClock.set(EngineClock.startOf(wish.day()).toInstant().plusSeconds(3600));
      runDueJobs();
      complete(process, "Task_RecordResult", Map.of("result", "Kenntnis genommen"));
    }
    assertThat(queries.details(id).state()).isEqualTo(PaperState.NOTED);
    return process;
  }

  private void compareWithBareEngine() {
    clerk.onDay(START);
    try (BareEngine bare = new BareEngine(application,
        new DriverManagerDataSource(TestDatabase.url("bare"), TestDatabase.isPostgres() ? "postgres" : "sa", ""), DAYS)) {
      Cost least = bare.run();
      System.out.printf("the same models with nothing behind them: %d SQL statements, %d transactions; that is %.2f times"
          + " the statements and %.2f times the transactions%n", least.statements(), least.commits(),
          (double) cost.statements() / least.statements(), (double) cost.commits() / least.commits());
      assertThat(cost.commits()).isLessThanOrEqualTo(least.commits() * 11 / 10);
      assertThat(cost.statements()).isLessThanOrEqualTo(least.statements() * 16 / 10);
    }
  }

  private Long begin(City city) {
    PaperRun[] begun = new PaperRun[1];
    spend(() -> begun[0] = city.paper("Mitteilung"));
    return begun[0].id;
  }

  private void complete(String process, String taskKey, Map<String, Object> entered) {
    Task task = clerk.task(process, taskKey);
    spend(() -> clerk.submit(task, entered));
    runDueJobs();
  }

  private void runDueJobs() {
    for (Optional<Job> due = nextDue(); due.isPresent(); due = nextDue()) {
      String id = due.get().getId();
      spend(() -> engine.getManagementService().executeJob(id));
    }
  }

  private Optional<Job> nextDue() {
    return engine.getManagementService().createJobQuery().executable().active().list().stream()
        .filter(job -> !ofOthers.contains(job.getProcessInstanceId())).findFirst();
  }

  private void spend(Runnable action) {
    cost = cost.plus(count.of(action));
  }
}

package de.gremienlauf.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import de.gremienlauf.engine.EngineClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * Makes history by running the application's models with nothing behind them, on the application's own database: every
 * activity is one that the engine has gone through. Many papers share a transaction, and no commit is waited for. It
 * happens in the last years, an hour between two transactions.
 */
final class HistoryFill implements AutoCloseable {

  private static final int BODIES = 4;
  private static final int THREADS = 2;
  private static final int PAPERS = 400;
  private static final int IN_A_TRANSACTION = 50;
  private static final int WAVES = 200;
  private static final Instant BEGINNING = Instant.now().minus(6 * 365, ChronoUnit.DAYS);

  private final HikariDataSource database = new HikariDataSource();
  private final BareEngine bare;
  private final ProcessEngine engine;
  private final AtomicLong hours = new AtomicLong();
  private double perPaper = 140;

  HistoryFill(ApplicationContext application) {
    database.setJdbcUrl(BenchmarkDatabase.url(BenchmarkDatabase.APPLICATION));
    database.setUsername(BenchmarkDatabase.USER);
    database.setMaximumPoolSize(THREADS + 1);
    database.addDataSourceProperty("options", "-c synchronous_commit=off");
    this.bare = BareEngine.beside(application, database, BODIES);
    this.engine = bare.engine();
  }

  /** Finished activities in the history. */
  long activities() {
    return engine.getHistoryService().createHistoricActivityInstanceQuery().finished().count();
  }

  /** Runs papers until there are so many finished activities; how many papers that took. */
  int until(int activities) {
    int papers = 0;
    for (long there = activities(); there < activities; ) {
      int round = (int) Math.max(1, Math.min(PAPERS, (activities - there) / perPaper));
      round(round);
      long now = activities();
      perPaper = (now - there) / (double) round;
      there = now;
      papers += round;
    }
    EngineClock.reset();
    return papers;
  }

  private void round(int papers) {
    ManagementService management = engine.getManagementService();
    TaskService tasks = engine.getTaskService();
    Set<String> others = new HashSet<>(jobs());
    others.addAll(tasks());
    each(IntStream.range(0, papers).mapToObj(String::valueOf).toList(),
        n -> engine.getRuntimeService().startProcessInstanceByKey("paper", "bare"));
    for (int wave = 0; wave < WAVES; wave++) {
      List<String> jobs = without(others, jobs());
      each(jobs, management::executeJob);
      List<String> open = without(others, tasks());
      each(open, tasks::complete);
      if (jobs.isEmpty() && open.isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("The papers do not come to their end; open are " + without(others, tasks()));
  }

  private List<String> jobs() {
    return engine.getManagementService().createJobQuery().executable().active().list().stream().map(Job::getId)
        .toList();
  }

  private List<String> tasks() {
    return engine.getTaskService().createTaskQuery().list().stream().map(Task::getId).toList();
  }

  private static List<String> without(Set<String> others, List<String> all) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }

  /** Does it with each; those that meet somebody else's change are left for the next wave. */
  private void each(List<String> all, Consumer<String> action) {
    List<Callable<Object>> work = new ArrayList<>();
    int share = Math.max(1, (all.size() + THREADS - 1) / THREADS);
    for (int from = 0; from < all.size(); from += share) {
      List<String> mine = all.subList(from, Math.min(all.size(), from + share));
      work.add(() -> {
        for (int first = 0; first < mine.size(); first += IN_A_TRANSACTION) {
          together(mine.subList(first, Math.min(mine.size(), first + IN_A_TRANSACTION)), action);
        }
        return null;
      });
    }
    Threads.all(work);
  }

  private void together(List<String> some, Consumer<String> action) {
    EngineClock.set(BEGINNING.plus(hours.incrementAndGet(), ChronoUnit.HOURS));
    try {
      ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
          .execute(context -> {
            some.forEach(action);
            return null;
          });
    } catch (OptimisticLockingException changed) {
      // The next wave finds them again.
    }
  }

  @Override
  public void close() {
    bare.close();
    database.close();
  }
}

package de.gremienlauf.benchmark;

import de.gremienlauf.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;

/** How fast the engine removes history that is no longer kept: what the sections before have left, years later. */
final class CleanUpBenchmark {

  private static final int LEAST = 50_000;
  private static final Duration KEPT = Duration.ofDays(11 * 365);

  private final ApplicationContext application;

  CleanUpBenchmark(ApplicationContext application) {
    this.application = application;
  }

  Map<String, Object> measure() {
    HistoryService history = application.getBean(HistoryService.class);
    ManagementService management = application.getBean(ManagementService.class);
    try (HistoryFill fill = new HistoryFill(application)) {
      fill.until(LEAST);
      EngineClock.set(Instant.now().plus(KEPT));
      history.cleanUpHistoryAsync(true);
      long before = fill.activities();
      long rows = BenchmarkDatabase.usage(BenchmarkDatabase.APPLICATION).rows();
      long begun = System.nanoTime();
      int batches = 0;
      long left = before;
      while (seconds(begun) < Setting.CLEAN_UP && left > 0) {
        for (Job job : history.findHistoryCleanupJobs()) {
          management.executeJob(job.getId());
          batches++;
        }
        left = batches % 20 == 0 ? fill.activities() : left;
      }
      double seconds = seconds(begun);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("activities before", before);
      figures.put("activities removed per second", (before - fill.activities()) / seconds);
      figures.put("rows removed per second",
          (BenchmarkDatabase.usage(BenchmarkDatabase.APPLICATION).rows() - rows) / seconds);
      figures.put("batches", batches);
      figures.put("seconds", seconds);
      return figures;
    } finally {
      EngineClock.reset();
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}

package de.gremienlauf.benchmark;

import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How nodes start, how much memory they need and how they share their work, see docs/performance.md. It measures time
 * and takes long, so that its name keeps it out of the normal tests:
 * {@code mvn -B package -DskipTests && mvn -B surefire:test@postgresql -Dtest=LifeBenchmark}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeBenchmark {

  @Test
  @Order(1)
  void startup() throws Exception {
    section("startup", () -> new StartupBenchmark(Delivered.extract()).measure());
  }

  @Test
  @Order(2)
  void memory() throws Exception {
    section("memory", () -> MemoryBenchmark.measure(Delivered.extract()));
  }

  @Test
  @Order(3)
  void timers() throws Exception {
    section("timers", () -> new TimersBenchmark(Delivered.extract()).measure());
  }

  @Test
  @Order(4)
  void takeOver() throws Exception {
    section("take-over", TakeOverBenchmark::measure);
  }

  /** Unlike in {@link Benchmark}, there is no application in this JVM whose end would do so. */
  @AfterAll
  static void databaseEnds() {
    BenchmarkDatabase.stop();
  }

  private static void section(String name, Callable<Map<String, Object>> measure) throws Exception {
    if (BenchmarkReport.wanted(name)) {
      BenchmarkReport.write(name, measure.call());
    }
  }
}

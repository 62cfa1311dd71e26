package de.gremienlauf.benchmark;

import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.People;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * What the application costs on PostgreSQL, see docs/performance.md. It measures time and takes long, so that its name
 * keeps it out of the normal tests: {@code mvn -B test-compile && mvn -B surefire:test@postgresql -Dtest=Benchmark}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "camunda.bpm.job-execution.enabled=false",
    "gremienlauf.administrator.id=verwaltung",
    "gremienlauf.administrator.password=" + People.PASSWORD,
    "logging.file.name=target/benchmark.log"})
@ContextConfiguration(initializers = {BenchmarkDatabase.class, MailServer.class})
@Import(RenderingTime.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmark {

  private static final int AT_ONCE = 200;

  @Autowired ApplicationContext application;
  @Autowired RuntimeService runtime;

  @Test
  @Order(1)
  void runs() {
    section("runs", () -> new RunsBenchmark(application).measure());
  }

  @Test
  @Order(4)
  void rest() {
    section("rest", () -> new RestBenchmark(application).measure());
  }

  @Test
  @Order(2)
  void commits() {
    section("commits", CommitBenchmark::measure);
  }

  @Test
  @Order(3)
  void documents() {
    section("documents", DocumentBenchmark::measure);
  }

  @Test
  @Order(5)
  void history() {
    section("history", () -> new HistoryBenchmark(application).measure());
  }

  @Test
  @Order(6)
  void cleanUp() {
    section("clean-up", () -> new CleanUpBenchmark(application).measure());
  }

  /** Measures a section if it is wanted, and ends what it has left running, so that each finds the same. */
  private void section(String name, Supplier<Map<String, Object>> measure) {
    if (BenchmarkReport.wanted(name)) {
      Set<String> before = running();
      BenchmarkReport.write(name, measure.get());
      Set<String> begun = new HashSet<>(running());
      begun.removeAll(before);
      List<String> rest = List.copyOf(begun);
      for (int from = 0; from < rest.size(); from += AT_ONCE) {
        runtime.deleteProcessInstancesIfExists(rest.subList(from, Math.min(rest.size(), from + AT_ONCE)),
            "The measurement is over", true, true, true);
      }
    }
  }

  private Set<String> running() {
    return runtime.createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
        .map(ProcessInstance::getId).collect(Collectors.toSet());
  }
}

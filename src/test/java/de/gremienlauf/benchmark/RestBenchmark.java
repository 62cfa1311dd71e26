package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkDatabase.Usage;
import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.support.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationContext;

/** The same way of a paper over HTTP by so many clerks at once, against the application in a process of its own. */
final class RestBenchmark {

  private static final List<Integer> CLERKS = List.of(1, 4, 8);
  private static final int RUNS = 8;

  private final ApplicationContext application;
  private final Map<Integer, Map<String, List<Double>>> measured = new LinkedHashMap<>();

  RestBenchmark(ApplicationContext application) {
    this.application = application;
  }

  Map<String, Object> measure() {
    RestClerk.Town town = new RestClerk.Town(application);
    try (Node node = Node.start()) {
      People people = node.people(application.getBean(IdentityService.class));
      List<RestClerk> clerks = IntStream.range(0, CLERKS.get(CLERKS.size() - 1))
          .mapToObj(n -> new RestClerk(people, town)).toList();
      long begun = System.nanoTime();
      while (seconds(begun) < Setting.WARM_UP) {
        round(node, clerks);
      }
      for (int repetition = 0; repetition < Setting.REPETITIONS; repetition++) {
        CLERKS.forEach(number -> round(node, clerks.subList(0, number))
            .forEach((name, value) -> measured.computeIfAbsent(number, one -> new LinkedHashMap<>())
                .computeIfAbsent(name, one -> new ArrayList<>()).add(value)));
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    measured.forEach((number, of) -> {
      Map<String, Object> spreads = new LinkedHashMap<>();
      of.forEach((name, values) -> spreads.put(name, Spread.of(values)));
      figures.put(number + " clerks", spreads);
    });
    return figures;
  }

  /** What a run costs if so many are done by these clerks. */
  private static Map<String, Double> round(Node node, List<RestClerk> clerks) {
    clerks.forEach(clerk -> clerk.prepare(RUNS / clerks.size()));
    Usage before = BenchmarkDatabase.usage(BenchmarkDatabase.APPLICATION);
    double cpu = node.cpuSeconds();
    long begun = System.nanoTime();
    List<Double> seconds = Threads.all(clerks.stream().map(clerk -> (Callable<List<Double>>) clerk::work).toList())
        .stream().flatMap(List::stream).toList();
    double taken = seconds(begun);
    Usage usage = BenchmarkDatabase.usage(BenchmarkDatabase.APPLICATION).minus(before);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("runs per minute", RUNS * 60 / taken);
    figures.put("seconds of a run", Spread.of(seconds).median());
    figures.put("statements", usage.statements() / (double) RUNS);
    figures.put("rows changed", usage.rows() / (double) RUNS);
    figures.put("WAL kB", usage.walBytes() / 1000.0 / RUNS);
    figures.put("CPU ms of the program", (node.cpuSeconds() - cpu) * 1000 / RUNS);
    figures.put("CPU ms of the database", usage.cpuSeconds() * 1000 / RUNS);
    return figures;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}

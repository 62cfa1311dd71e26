package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the application takes until it can be used, on a database that has its tables, beside an empty application:
 * started in the same way, and as operators start it, with the archive and the options that {@code class-data.sh} makes.
 */
final class StartupBenchmark {

  private static final String ALIKE = "application";
  private static final String EMPTY = "empty";
  private static final String AS_DELIVERED = "application as delivered";
  private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1");

  private final Delivered delivered;
  private final String own;
  private final String other;

  StartupBenchmark(Delivered delivered) {
    this.delivered = delivered;
    this.own = BenchmarkDatabase.url("startup");
    this.other = BenchmarkDatabase.url("startup_empty");
  }

  @FunctionalInterface
  private interface Command {
    List<String> on(int port) throws IOException;
  }

  /** In turn: A B C A B C. */
  Map<String, Object> measure() throws IOException, InterruptedException {
    Map<String, Command> kinds = new LinkedHashMap<>();
    kinds.put(ALIKE, port -> delivered.application(List.of(), port, own));
    kinds.put(EMPTY, port -> delivered.empty(List.of(), port, other));
    kinds.put(AS_DELIVERED, port -> delivered.withClassData(port, own));
    kinds.put("application, brief compiler", port -> delivered.application(BRIEF, port, own));
    kinds.put("empty, brief compiler", port -> delivered.empty(BRIEF, port, other));
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    Map<String, List<Double>> cpuSeconds = new LinkedHashMap<>();
    for (int repetition = 0; repetition <= Setting.REPETITIONS; repetition++) {
      for (Map.Entry<String, Command> kind : kinds.entrySet()) {
        int port = FreePort.next();
        try (Started started = Started.start(kind.getValue().on(port), port)) {
          // The first makes the tables and fills the caches of the disk.
          if (repetition > 0) {
            seconds.computeIfAbsent(kind.getKey(), name -> new ArrayList<>()).add(started.seconds());
            cpuSeconds.computeIfAbsent(kind.getKey(), name -> new ArrayList<>()).add(started.cpuSeconds());
          }
        }
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> figures.put(kind, Map.of("seconds", Spread.of(seconds.get(kind)), "cpuSeconds",
        Spread.of(cpuSeconds.get(kind)))));
    for (String kind : List.of(ALIKE, AS_DELIVERED)) {
      figures.put(kind + " to empty", Map.of("seconds", ratio(kind, seconds), "cpuSeconds", ratio(kind, cpuSeconds)));
    }
    return figures;
  }

  private static Spread ratio(String kind, Map<String, List<Double>> figures) {
    List<Double> ratios = new ArrayList<>();
    for (int repetition = 0; repetition < Setting.REPETITIONS; repetition++) {
      ratios.add(figures.get(kind).get(repetition) / figures.get(EMPTY).get(repetition));
    }
    return Spread.of(ratios);
  }
}

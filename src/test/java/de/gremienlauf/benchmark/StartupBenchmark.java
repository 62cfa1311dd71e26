package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the application takes until it can be used, on a database that has its tables, beside an empty application;
 * and what an archive of the classes and a brief compiler would save.
 */
final class StartupBenchmark {

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
    Delivered.makeClassData();
    Map<String, Command> kinds = new LinkedHashMap<>();
    kinds.put("application", port -> delivered.application(List.of(), port, own));
    kinds.put("empty", port -> delivered.empty(List.of(), port, other));
    kinds.put("application with class data", port -> delivered.withClassData(port, own));
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
    figures.put("application to empty", Map.of("seconds", ratio(seconds), "cpuSeconds", ratio(cpuSeconds)));
    return figures;
  }

  private static Spread ratio(Map<String, List<Double>> figures) {
    List<Double> ratios = new ArrayList<>();
    for (int repetition = 0; repetition < Setting.REPETITIONS; repetition++) {
      ratios.add(figures.get("application").get(repetition) / figures.get("empty").get(repetition));
    }
    return Spread.of(ratios);
  }
}

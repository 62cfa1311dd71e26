package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.durability.Application;
import de.gremienlauf.durability.TakeOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the jobs of a killed node wait until they have run on another. */
final class TakeOverBenchmark {

  private static final Path FOLDER = Path.of("target", "benchmark-take-over").toAbsolutePath();
  /** For which a node has a job unless it is configured otherwise: the others have to wait for its end. */
  private static final int LOCK_SECONDS_OF_ENGINE = 300;

  private TakeOverBenchmark() {
  }

  static Map<String, Object> measure() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    String empty = BenchmarkDatabase.url("take_over");
    if (Application.command(empty, BenchmarkDatabase.USER, FOLDER, "schema") != 0) {
      throw new IllegalStateException("No schema, see " + FOLDER);
    }
    List<Double> seconds = new ArrayList<>();
    for (int repetition = 1; repetition <= Setting.REPETITIONS; repetition++) {
      String database = "take_over_" + repetition;
      BenchmarkDatabase.execute("postgres", "create database " + database + " template take_over");
      TakeOver nodes = TakeOver.launch(empty.replace("take_over", database), BenchmarkDatabase.USER, FOLDER);
      try {
        long killed = nodes.kill();
        nodes.awaitDone();
        seconds.add((System.nanoTime() - killed) / 1e9);
      } finally {
        nodes.stop();
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds until all jobs of the killed node are done", Spread.of(seconds));
    figures.put("lock time of the engine without configuration, seconds", LOCK_SECONDS_OF_ENGINE);
    return figures;
  }
}

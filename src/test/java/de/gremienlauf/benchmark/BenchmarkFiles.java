package de.gremienlauf.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is done with the figures of a benchmark afterwards; like {@link Benchmark} only when it is called by name, with
 * {@code -Dtest=BenchmarkFiles#keep} or {@code -Dtest=BenchmarkFiles#compare}.
 */
class BenchmarkFiles {

  private static final Path DOCS = Path.of("docs", "performance");

  /**
   * Keeps them in docs/performance under a name such as a day ({@code -Dgremienlauf.test.benchmark.name}), and draws
   * them.
   */
  @Test
  void keep() throws IOException {
    String name = System.getProperty("gremienlauf.test.benchmark.name", "latest");
    Files.createDirectories(DOCS);
    Path kept = DOCS.resolve(name + ".json");
    Files.copy(BenchmarkReport.FILE, kept, StandardCopyOption.REPLACE_EXISTING);
    BenchmarkPlots.draw(BenchmarkReport.read(kept), DOCS);
  }

  /** Prints those of an older file ({@code -Dgremienlauf.test.benchmark.old}) beside those of the last run. */
  @Test
  void compare() {
    Map<String, JsonNode> old = BenchmarkReport.flat(
        BenchmarkReport.read(Path.of(System.getProperty("gremienlauf.test.benchmark.old"))));
    BenchmarkReport.flat(BenchmarkReport.read(BenchmarkReport.FILE)).forEach((path, now) -> {
      if (old.containsKey(path) && !number(now).isNaN()) {
        System.out.printf("%-80s %12s %12s  %.2f%n", path, BenchmarkReport.number(number(old.get(path))),
            BenchmarkReport.number(number(now)), number(now) / number(old.get(path)));
      }
    });
  }

  private static Double number(JsonNode value) {
    return value.has("median") ? value.get("median").asDouble() : value.isNumber() ? value.asDouble() : Double.NaN;
  }
}

package de.gremienlauf.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The figures of all sections of the benchmark, in one JSON file: a section that is measured again replaces itself and
 * leaves the others. {@code -Dgremienlauf.test.benchmark=startup,take-over} measures these sections only.
 */
final class BenchmarkReport {

  static final Path FILE = Path.of("target", "benchmark.json");

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What was measured repeatedly. */
  record Spread(double median, double min, double max, List<Double> values) {

    /** The median is the middle value; of an even number, the mean of both. */
    static Spread of(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int middle = sorted.length / 2;
      double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Spread(median, sorted[0], sorted[sorted.length - 1], List.copyOf(values));
    }
  }

  private BenchmarkReport() {
  }

  /** Whether this section is to be measured: all are unless some are named. */
  static boolean wanted(String section) {
    String named = System.getProperty("gremienlauf.test.benchmark", "");
    return named.isBlank() || Arrays.asList(named.trim().split("\\s*,\\s*")).contains(section);
  }

  /**
   * Keeps a section and prints it.
   *
   * @param figures maps, lists, records, numbers and texts; a {@link Spread} for what was measured repeatedly
   */
  static void write(String section, Object figures) {
    try {
      ObjectNode report = Files.exists(FILE) ? (ObjectNode) read(FILE) : JSON.createObjectNode();
      JsonNode tree = JSON.valueToTree(figures);
      report.set(section, tree);
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, JSON.writeValueAsString(report) + "\n");
      print(section, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A report that was written before. */
  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All figures of a report or a part of it by their path, as in {@code startup/application/seconds}. */
  static Map<String, JsonNode> flat(JsonNode tree) {
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    walk("", tree, leaves::put);
    return leaves;
  }

  private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> found) {
    if (node.isObject() && !node.has("median")) {
      node.fields().forEachRemaining(field ->
          walk(path.isEmpty() ? field.getKey() : path + "/" + field.getKey(), field.getValue(), found));
    } else {
      found.accept(path, node);
    }
  }

  private static void print(String section, JsonNode tree) {
    System.out.printf("%n== %s ==%n", section);
    flat(tree).forEach((path, value) -> System.out.printf("%-64s %s%n", path, text(value)));
  }

  /** A figure for people: a spread as its median with what it ranges over. */
  static String text(JsonNode value) {
    if (value.has("median")) {
      return "%s (%s to %s)".formatted(number(value.get("median").asDouble()), number(value.get("min").asDouble()),
          number(value.get("max").asDouble()));
    }
    return value.isNumber() ? number(value.asDouble()) : value.isTextual() ? value.asText() : value.toString();
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e12 ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
  }
}

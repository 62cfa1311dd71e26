package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.document.DocumentKinds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long it takes to print a document of each kind, one after the other again and again. */
final class DocumentBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DocumentBenchmark() {
  }

  static Map<String, Object> measure() {
    Map<String, Supplier<byte[]>> kinds = DocumentKinds.printed();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Setting.WARM_UP / 2);
    while (System.nanoTime() < end) {
      kinds.values().forEach(Supplier::get);
    }
    Map<String, List<Double>> cpu = new LinkedHashMap<>();
    for (int time = 0; time < 4 * Setting.REPETITIONS; time++) {
      kinds.forEach((kind, print) -> {
        long begun = THREADS.getCurrentThreadCpuTime();
        print.get();
        cpu.computeIfAbsent(kind, one -> new ArrayList<>()).add((THREADS.getCurrentThreadCpuTime() - begun) / 1e6);
      });
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    cpu.forEach((kind, measured) -> figures.put(kind + ", CPU ms", Spread.of(measured)));
    return figures;
  }
}

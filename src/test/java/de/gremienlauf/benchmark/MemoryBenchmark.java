package de.gremienlauf.benchmark;

import de.gremienlauf.durability.Application;
import de.gremienlauf.durability.ClerksOffice;
import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What stays in memory, in megabytes: after the start, after papers have been written and signed, and of nothing. */
final class MemoryBenchmark {

  private static final int PAPERS = Integer.getInteger("gremienlauf.test.benchmark.papers", 50);

  private MemoryBenchmark() {
  }

  static Map<String, Object> measure(Delivered delivered) throws IOException, InterruptedException {
    Map<String, Object> figures = new LinkedHashMap<>();
    String url = BenchmarkDatabase.url("memory");
    ClerksOffice.importCity(url, BenchmarkDatabase.USER, Delivered.FOLDER);
    int port = FreePort.next();
    try (Started started = Started.start(delivered.application(List.of(), port, url), port)) {
      figures.put("application after the start", started.memory());
      ClerksOffice office = new ClerksOffice(new AtomicReferenceArray<>(new Application[] {
          Application.of(started.process(), port)}), PAPERS);
      office.hireSignatory();
      office.work();
      figures.put("application after " + PAPERS + " signed papers", started.memory());
    }
    port = FreePort.next();
    try (Started started = Started.start(delivered.empty(List.of(), port, BenchmarkDatabase.url("memory_empty")), port)) {
      figures.put("empty after the start", started.memory());
    }
    return figures;
  }
}

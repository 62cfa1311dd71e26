package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How many transactions of one row the database commits in a second: what no application can be faster than. */
final class CommitBenchmark {

  private static final String DATABASE = "commits";
  private static final List<Integer> CONNECTIONS = List.of(1, 8);
  private static final int SECONDS = 2;

  private CommitBenchmark() {
  }

  static Map<String, Object> measure() {
    BenchmarkDatabase.url(DATABASE);
    BenchmarkDatabase.execute(DATABASE, "create table one_row (id bigint generated always as identity primary key,"
        + " written timestamp not null)");
    CONNECTIONS.forEach(CommitBenchmark::perSecond);
    Map<Integer, List<Double>> rates = new LinkedHashMap<>();
    for (int repetition = 0; repetition < Setting.REPETITIONS; repetition++) {
      CONNECTIONS.forEach(number -> rates.computeIfAbsent(number, one -> new ArrayList<>()).add(perSecond(number)));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    rates.forEach((number, measured) -> figures.put("per second with " + number + " connections", Spread.of(measured)));
    return figures;
  }

  private static double perSecond(int connections) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    return Threads.all(IntStream.range(0, connections).mapToObj(n -> (Callable<Long>) () -> commits(end)).toList())
        .stream().mapToLong(Long::longValue).sum() / (double) SECONDS;
  }

  private static long commits(long end) throws SQLException {
    long commits = 0;
    String url = BenchmarkDatabase.url(DATABASE);
    try (Connection connection = DriverManager.getConnection(url, BenchmarkDatabase.USER, "");
        PreparedStatement insert = connection.prepareStatement("insert into one_row (written) values (now())")) {
      connection.setAutoCommit(false);
      for (; System.nanoTime() < end; commits++) {
        insert.executeUpdate();
        connection.commit();
      }
    }
    return commits;
  }
}

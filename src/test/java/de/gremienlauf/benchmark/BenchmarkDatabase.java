package de.gremienlauf.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL for the benchmark alone, set up as for production: every commit is on the disk before it is
 * acknowledged. It counts statements itself, so that other processes can be measured too.
 */
final class BenchmarkDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String USER = "postgres";
  /** The application's database. */
  static final String APPLICATION = "application";

  private static final Path DATA = Path.of("target", "benchmark-postgres").toAbsolutePath();
  private static final Set<String> CREATED = new HashSet<>(Set.of("postgres"));
  /** In which the kernel counts the CPU of processes. */
  private static final double TICKS_PER_SECOND = 100;

  private static EmbeddedPostgres postgres;

  /** What a database has done; of statements, those that change nothing but the transaction are left out. */
  record Usage(long statements, long rows, long walBytes, double cpuSeconds) {

    Usage minus(Usage before) {
      return new Usage(statements - before.statements, rows - before.rows, walBytes - before.walBytes,
          cpuSeconds - before.cpuSeconds);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("spring.datasource.url=" + url(APPLICATION), "spring.datasource.username=" + USER)
        .applyTo(context);
  }

  /** A connection to a database of this name, which is made if there is none. */
  static synchronized String url(String name) {
    try {
      if (postgres == null) {
        // Of a benchmark that was killed.
        FileSystemUtils.deleteRecursively(DATA);
        postgres = EmbeddedPostgres.builder().setDataDirectory(DATA).setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "1GB").setServerConfig("max_wal_size", "4GB")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("pg_stat_statements.max", "20000").start();
        SpringApplication.getShutdownHandlers().add(BenchmarkDatabase::stop);
        execute("postgres", "create extension pg_stat_statements");
      }
      if (CREATED.add(name)) {
        execute("postgres", "create database " + name);
      }
      return postgres.getJdbcUrl(USER, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server and removes what it has stored; nothing if it was not needed, or a second time. */
  static synchronized void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void execute(String name, String sql) {
    try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl(USER, name), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What a database has done so far. */
  static Usage usage(String name) {
    String query = "select coalesce(sum(calls) filter (where query !~*"
        + " '^(begin|commit|rollback|set|savepoint|release|show)'), 0),"
        + " coalesce(sum(rows) filter (where query ~* '^(insert|update|delete)'), 0),"
        + " pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')"
        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '" + name + "'";
    try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl(USER, "postgres"), USER, "");
        Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return new Usage(row.getLong(1), row.getLong(2), row.getLong(3), cpuSeconds());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** On which statements of the application's the database has spent most time since it began to count. */
  static List<String> slowest() {
    return new JdbcTemplate(new DriverManagerDataSource(url("postgres"), USER, "")).query(
        "select round(total_exec_time) total, calls, round(mean_exec_time::numeric, 2) mean,"
            + " left(regexp_replace(query, '\\s+', ' ', 'g'), 300) query from pg_stat_statements s"
            + " join pg_database d on d.oid = s.dbid where d.datname = ? and s.query !~* '^(vacuum|commit)'"
            + " order by total_exec_time desc limit 8",
        (row, n) -> "%s ms in %s calls, %s each: %s".formatted(row.getString("total"), row.getString("calls"),
            row.getString("mean"), row.getString("query")), APPLICATION);
  }

  /** The CPU of all processes of the server so far, those included that have ended. */
  private static double cpuSeconds() {
    try {
      long server = Long.parseLong(Files.readAllLines(DATA.resolve("postmaster.pid")).get(0).strip());
      return ticks(server, true) / TICKS_PER_SECOND + ProcessHandle.of(server).orElseThrow().children()
          .mapToLong(child -> ticks(child.pid(), false)).sum() / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ticks(long process, boolean withEnded) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    } catch (IOException ended) {
      return 0;
    }
  }
}

package de.gremienlauf.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The database of this test run: H2, or a real PostgreSQL with {@code -Dgremienlauf.test.database=postgresql}. One
 * database for each JVM, because the engine's clock and registry are static.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  public static final String NAME = System.getProperty("gremienlauf.test.database", "h2");

  private static final Set<String> CREATED = new HashSet<>();

  private static EmbeddedPostgres postgres;

  public static boolean isPostgres() {
    return NAME.equals("postgresql");
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("spring.datasource.url=" + url("test"),
        "spring.datasource.username=" + (isPostgres() ? "postgres" : "sa")).applyTo(context);
  }

  private static void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection to a database of this name; its own for each name. */
  public static synchronized String url(String name) {
    if (!isPostgres()) {
      return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=1024;OPTIMIZE_REUSE_RESULTS=0";
    }
    try {
      if (postgres == null) {
        // After the application has closed its connections; else each JVM waits half a minute for them at its end.
        postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
      }
      if (CREATED.add(name)) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database " + name);
        }
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

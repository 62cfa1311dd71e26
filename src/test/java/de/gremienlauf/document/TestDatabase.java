package de.gremienlauf.document;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database with this module's tables: H2 in memory or PostgreSQL, as {@code gremienlauf.test.database} says. */
final class TestDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final DataSource dataSource;

  TestDatabase() throws IOException, SQLException, LiquibaseException {
    if ("postgresql".equals(System.getProperty("gremienlauf.test.database", "h2"))) {
      postgres = EmbeddedPostgres.start();
      dataSource = postgres.getPostgresDatabase();
    } else {
      postgres = null;
      dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
    try (Connection connection = dataSource.getConnection();
        Liquibase liquibase = new Liquibase("db/changelog/document.yaml", new ClassLoaderResourceAccessor(),
            new JdbcConnection(connection))) {
      liquibase.update();
    }
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}

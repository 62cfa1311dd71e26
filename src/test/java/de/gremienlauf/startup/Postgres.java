package de.gremienlauf.startup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that asks for passwords, as a real one does; the embedded one lets everybody in. */
final class Postgres implements AutoCloseable {

  static final String OWNER = "eigentuemer";
  static final String CLERK = "anwendung";
  static final String PASSWORD = "Sieben-Siegel-7";

  private static final String UNDEFINED_TABLE = "42P01";

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static Postgres start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(true).start();
    Postgres postgres = new Postgres(server);
    postgres.asAdministrator("postgres", "create role " + OWNER + " login password '" + PASSWORD + "'",
        "create role " + CLERK + " login password '" + PASSWORD + "'");
    Path rules = folder.resolve("pg_hba.conf");
    Files.writeString(rules, "host all postgres all trust\nhost all all all scram-sha-256\n");
    postgres.asAdministrator("postgres", "select pg_reload_conf()");
    return postgres;
  }

  /** A new database of the owner; the options are those of {@code create database}. */
  Database create(String name, String options) throws SQLException {
    asAdministrator("postgres", "create database " + name + " owner " + OWNER + " " + options);
    return database(name);
  }

  Database database(String name) {
    return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, OWNER, PASSWORD);
  }

  void asAdministrator(String database, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", database));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** How many rows a table has; 0 if there is no such table yet. */
  int count(String database, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package de.gremienlauf.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** The PostgreSQL database of the settings, looked at with a single connection before there is a pool. */
record Database(String url, String user, String password) {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String TIMEOUT_SECONDS = "10";

  static Database of(Environment environment) {
    return new Database(environment.getProperty("spring.datasource.url", ""),
        environment.getProperty("spring.datasource.username", ""),
        environment.getProperty("spring.datasource.password", ""));
  }

  boolean isPostgres() {
    return url.startsWith(POSTGRESQL);
  }

  void mustBePostgres() {
    if (url.isBlank()) {
      throw Mistake.DATABASE_MISSING.with();
    }
    if (!isPostgres()) {
      throw Mistake.NOT_POSTGRESQL.with(address());
    }
  }

  /** The address without its parameters: a password may be among them. */
  String address() {
    return url.split("[?;]", 2)[0];
  }

  /** A connection to a database that can hold what people write; whatever prevents it is the operator's mistake. */
  Connection connect() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      verifyEncoding(connection);
      return connection;
    } catch (SQLException e) {
      throw mistake(e);
    }
  }

  /** That it answers and can hold what people write. */
  void verify() {
    try {
      connect().close();
    } catch (SQLException e) {
      throw mistake(e);
    }
  }

  private void verifyEncoding(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row =
        statement.executeQuery("show server_encoding")) {
      row.next();
      if (!row.getString(1).equals("UTF8")) {
        throw Mistake.NOT_UTF8.with(address(), row.getString(1));
      }
    }
  }

  private ConfigurationMistake mistake(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return Mistake.LOGIN_REFUSED.with(address(), user);
    }
    return state.equals("3D000") ? Mistake.NO_SUCH_DATABASE.with(address())
        : Mistake.DATABASE_UNREACHABLE.with(address());
  }
}

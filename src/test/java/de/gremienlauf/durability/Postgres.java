package de.gremienlauf.durability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of a test's own, which keeps every commit and can be restarted where it was. */
final class Postgres implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;
  private final int port;

  private Postgres(Path data) throws IOException {
    this.data = data;
    this.server = builder().start();
    this.port = server.getPort();
  }

  static Postgres start(Path data) throws IOException {
    return new Postgres(data);
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        // Small, so that a disk of a few hundred megabytes has room.
        .setServerConfig("max_wal_size", "96MB").setServerConfig("min_wal_size", "32MB")
        .setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on");
  }

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  String user() {
    return "postgres";
  }

  /** Stops it, which ends all connections, and starts it again. */
  void restart() throws IOException {
    server.close();
    server = builder().setPort(port).start();
  }

  boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(), user(), "")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package de.gremienlauf.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.springframework.core.io.ClassPathResource;

/**
 * The tables in PostgreSQL, as Liquibase's changelog describes them, looked at and changed without the application.
 *
 * <p>Whoever changes them holds an advisory lock of PostgreSQL, which ends with the connection: a killed process blocks
 * nobody. Liquibase's own lock is a row that would stay behind; who holds the advisory lock may remove it.
 *
 * <p>The changelog's hash is kept as the tag of the last change. Where it stands already there is nothing to do, and
 * Liquibase need not read its files, which takes longer than everything else here.
 */
final class Schema implements AutoCloseable {

  private static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";
  private static final Pattern INCLUDED = Pattern.compile("file:\\s*(\\S+)");
  /** Any number that no other program on this database uses: "Gremien" in ASCII. */
  private static final long LOCK = 0x4772656D69656EL;
  private static final int LOCK_ATTEMPTS = 1200;
  private static final int LOCK_PAUSE_MILLIS = 500;
  /** While a change waits for a table, whoever wants the table waits behind it. */
  private static final int SECONDS_IN_THE_WAY = 2;
  private static final int BUSY_ATTEMPTS = 10;
  private static final int BUSY_PAUSE_MILLIS = 1000;
  /** PostgreSQL's {@code deadlock_detected} and {@code lock_not_available}. */
  private static final Set<String> BUSY = Set.of("40P01", "55P03");

  /** What stands in the database, compared with this program. */
  enum State { EMPTY, OLDER, CURRENT }

  private final Database database;
  private final Connection connection;
  private final String fingerprint = fingerprint();

  Schema(Database database) {
    this.database = database;
    this.connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      // Now, because Liquibase begins transactions, and what is set in one ends with it if it is rolled back.
      statement.execute("set lock_timeout = '" + SECONDS_IN_THE_WAY + "s'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares without changing anything; a schema that is not ours, or newer, is a {@link ConfigurationMistake}. */
  State state() {
    try {
      if (count("select count(*) from pg_tables where schemaname = current_schema()"
          + " and tablename not in ('databasechangelog', 'databasechangeloglock')") == 0) {
        return State.EMPTY;
      }
      if (!ours()) {
        throw Mistake.FOREIGN_SCHEMA.with(database.address());
      }
      return isTagged() || pending().isEmpty() ? State.CURRENT : State.OLDER;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean ours() throws SQLException {
    return count("select count(*) from pg_tables where schemaname = current_schema()"
        + " and tablename = 'databasechangelog'") > 0
        && count("select count(*) from databasechangelog where filename like 'db/changelog/%'"
        + " or filename like 'org/camunda/%'") > 0;
  }

  private boolean isTagged() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select count(*) from databasechangelog where tag = ?"
        + " and orderexecuted = (select max(orderexecuted) from databasechangelog)")) {
      statement.setString(1, fingerprint);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The changes that the database lacks, by their names; one that it has and we do not know is a mistake. */
  List<String> pending() {
    return withLiquibase(liquibase -> {
      Collection<RanChangeSet> unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
      if (!unknown.isEmpty()) {
        throw Mistake.SCHEMA_NEWER.with(unknown.iterator().next().getChangeLog());
      }
      return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream().map(Schema::name).toList();
    });
  }

  private static String name(ChangeSet change) {
    return change.getFilePath() + " " + change.getId();
  }

  /**
   * Brings the schema up to date; a second node waits until the first one is done. Other nodes may work meanwhile: a
   * change that they are in the way of is tried again, which is possible because none is made by halves.
   *
   * @return how much was changed
   */
  int update() {
    try {
      lock();
      if (state() == State.CURRENT && isTagged()) {
        return 0;
      }
      List<String> pending = pending();
      for (int attempt = 1; !change(attempt); attempt++) {
        pause(BUSY_PAUSE_MILLIS);
      }
      return pending.size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** False if other nodes were in the way and it may be tried again. */
  private boolean change(int attempt) {
    try {
      withLiquibase(liquibase -> {
        liquibase.forceReleaseLocks();
        liquibase.update(new Contexts());
        liquibase.tag(fingerprint);
        return null;
      });
      return true;
    } catch (ConfigurationMistake e) {
      if (e.is(Mistake.SCHEMA_BUSY) && attempt < BUSY_ATTEMPTS) {
        return false;
      }
      throw e;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void lock() throws SQLException {
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        row.next();
        if (row.getBoolean(1)) {
          return;
        }
      }
      pause(LOCK_PAUSE_MILLIS);
    }
    throw Mistake.SCHEMA_LOCKED.with();
  }

  private interface Work<T> {

    T with(Liquibase liquibase) throws LiquibaseException;
  }

  private <T> T withLiquibase(Work<T> work) {
    try {
      // Liquibase would tell the standard output, too, what it does.
      return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
        WholeChanges whole = new WholeChanges(connection);
        liquibase.database.Database target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(whole);
        Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), target);
        liquibase.setChangeExecListener(whole.new Listener());
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        return work.with(liquibase);
      });
    } catch (ConfigurationMistake e) {
      throw e;
    } catch (Exception e) {
      throw mistake(e);
    }
  }

  private ConfigurationMistake mistake(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
      if (cause instanceof SQLException sql && "42501".equals(sql.getSQLState())) {
        return Mistake.SCHEMA_FORBIDDEN.with(database.user());
      }
      if (cause instanceof SQLException sql && BUSY.contains(sql.getSQLState())) {
        return Mistake.SCHEMA_BUSY.with();
      }
    }
    return Mistake.SCHEMA_FAILED.with(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
  }

  private static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String master = new ClassPathResource(CHANGELOG).getContentAsString(StandardCharsets.UTF_8);
      digest.update(master.getBytes(StandardCharsets.UTF_8));
      for (String file : INCLUDED.matcher(master).results().map(found -> found.group(1)).toList()) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
          digest.update(content.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

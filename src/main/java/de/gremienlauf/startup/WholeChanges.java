package de.gremienlauf.startup;

import java.sql.Connection;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Liquibase's connection, on which a change and the note that it was made are committed together. Liquibase commits in
 * between; a process that is killed at that moment leaves a change that fails when it is tried again.
 */
final class WholeChanges extends JdbcConnection {

  private boolean half;

  WholeChanges(Connection connection) {
    super(connection);
  }

  @Override
  public void commit() throws DatabaseException {
    if (!half) {
      super.commit();
    }
  }

  /** Tells where a change begins and where its note is written; Liquibase commits right afterwards. */
  final class Listener extends AbstractChangeExecListener {

    @Override
    public void willRun(ChangeSet change, DatabaseChangeLog changes, Database target, ChangeSet.RunStatus status) {
      half = true;
    }

    @Override
    public void ran(ChangeSet change, DatabaseChangeLog changes, Database target, ChangeSet.ExecType type) {
      half = false;
    }

    @Override
    public void runFailed(ChangeSet change, DatabaseChangeLog changes, Database target, Exception failure) {
      half = false;
    }
  }
}

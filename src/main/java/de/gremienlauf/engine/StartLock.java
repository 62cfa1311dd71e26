package de.gremienlauf.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What nodes that start at the same moment must not both do: the second finds what the first has done. */
@Component
public class StartLock {

  private final JdbcClient jdbc;

  StartLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for other nodes that are at it, and keeps them waiting until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take() {
    jdbc.sql("select id from start_lock where id = 1 for update").query(Integer.class).single();
  }
}

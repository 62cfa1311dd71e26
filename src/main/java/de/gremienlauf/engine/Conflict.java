package de.gremienlauf.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Somebody else was faster: in the engine's tables or in ours. */
public final class Conflict {

  private Conflict() {
  }

  /** Whether something has failed for this reason; repositories wrap what the database says. */
  public static boolean caused(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof ConcurrencyFailureException || cause instanceof DuplicateKeyException
            || cause instanceof OptimisticLockingException);
  }
}

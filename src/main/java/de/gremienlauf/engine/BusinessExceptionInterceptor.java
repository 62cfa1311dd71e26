package de.gremienlauf.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Hands a {@link BusinessException} to the caller of the engine as it is. The engine wraps what a listener throws and
 * puts its own English codes before the message; people shall read the sentence alone. Two people changing the same
 * row of a domain table at once are to the engine what they are in its own tables: a conflict that may be tried again.
 */
class BusinessExceptionInterceptor extends CommandInterceptor {

  /** The engine's code for a conflict that may be tried again. */
  private static final int OPTIMISTIC_LOCKING = 1;

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BusinessException business) {
          throw business;
        }
        if (isConflict(cause) && !(e instanceof OptimisticLockingException)) {
          OptimisticLockingException conflict = new OptimisticLockingException(cause.getMessage(), e);
          conflict.setCode(OPTIMISTIC_LOCKING);
          throw conflict;
        }
      }
      throw e;
    }
  }

  /** A row that somebody else has inserted meanwhile; a job that always meets one must not be tried for ever. */
  private static boolean isConflict(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        || cause instanceof DuplicateKeyException && Context.getJobExecutorContext() == null;
  }
}

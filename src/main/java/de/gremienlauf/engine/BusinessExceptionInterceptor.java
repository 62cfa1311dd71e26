package de.gremienlauf.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Hands a {@link BusinessException} to the caller of the engine as it is. The engine wraps what a listener throws and
 * puts its own English codes before the message; people shall read the sentence alone.
 */
class BusinessExceptionInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BusinessException business) {
          throw business;
        }
      }
      throw e;
    }
  }
}

package de.gremienlauf.engine;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is remembered for one transaction; another one that runs in between has its own. */
abstract class TransactionMemory implements TransactionSynchronization {

  /** The one of this transaction, which has to be active; made when it is first asked for. */
  static <T extends TransactionMemory> T current(Class<T> type, Supplier<T> empty) {
    T memory = type.cast(TransactionSynchronizationManager.getResource(type));
    if (memory == null) {
      memory = empty.get();
      TransactionSynchronizationManager.bindResource(type, memory);
      TransactionSynchronizationManager.registerSynchronization(memory);
    }
    return memory;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(getClass());
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(getClass(), this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(getClass());
  }
}

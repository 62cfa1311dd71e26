package de.gremienlauf.engine;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a repository does alone, it does in a transaction of its own, as Spring Data has it; in one that is under way it
 * goes on at once, without looking for the transaction manager at each call.
 */
final class RepositoryTransactions implements MethodInterceptor {

  private final Supplier<PlatformTransactionManager> transactions;

  RepositoryTransactions(Supplier<PlatformTransactionManager> transactions) {
    this.transactions = transactions;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return call.proceed();
    }
    PlatformTransactionManager manager = transactions.get();
    TransactionStatus own = manager.getTransaction(null);
    Object result;
    try {
      result = call.proceed();
    } catch (Throwable e) {
      manager.rollback(own);
      throw e;
    }
    manager.commit(own);
    return result;
  }
}

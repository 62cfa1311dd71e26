package de.gremienlauf.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions at once, always in the same order. */
public final class Overlap {

  private static final int SECONDS = 2;
  private static final int PATIENCE = 30;

  private Overlap() {
  }

  /**
   * The first has done its work and not yet committed when the second begins, which ends before the first does, or
   * waits for it. Fails if one of them fails.
   */
  public static void of(TransactionTemplate transaction, Runnable first, Runnable second) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> after = CompletableFuture.runAsync(() -> {
      await(done);
      second.run();
    });
    transaction.executeWithoutResult(status -> {
      first.run();
      done.countDown();
      try {
        after.get(SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        // It waits for this transaction.
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    });
    after.get(PATIENCE, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch done) {
    try {
      if (!done.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The first has not done its work.");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

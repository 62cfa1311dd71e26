package de.gremienlauf.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at once, each in a thread of its own. */
final class Threads {


  private Threads() {
  }

  /** Does all and gives what each has given; what fails, fails here. */
  static <T> List<T> all(List<? extends Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, work.size()));
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}

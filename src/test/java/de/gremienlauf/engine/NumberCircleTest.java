package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class NumberCircleTest {

  private static final int DRAWERS = 4;
  private static final int EACH = 25;
  /** As many as the pool has: nobody gets a second one. */
  private static final int CONNECTIONS = 10;

  @Autowired NumberCircle numbers;
  @Autowired TransactionTemplate transaction;

  @Test
  void whoDrawsAtTheSameMomentGetsAnotherNumber() throws Exception {
    String city = "Zählstadt " + UUID.randomUUID();
    ExecutorService drawers = Executors.newFixedThreadPool(DRAWERS);
    try {
      Callable<List<Integer>> draw = () -> IntStream.range(0, EACH)
          .mapToObj(n -> numbers.next(city, "VO", 2026)).toList();
      List<Integer> drawn = new ArrayList<>();
      for (Future<List<Integer>> one : drawers.invokeAll(Collections.nCopies(DRAWERS, draw))) {
        drawn.addAll(one.get());
      }
      assertThat(drawn).containsExactlyInAnyOrderElementsOf(
          IntStream.rangeClosed(1, DRAWERS * EACH).boxed().toList());
    } finally {
      drawers.shutdownNow();
    }
  }

  @Test
  void asManyAsThereAreConnectionsOpenACircleAtTheSameMoment() throws Exception {
    ExecutorService drawers = Executors.newFixedThreadPool(CONNECTIONS);
    CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
    try {
      for (int circle = 0; circle < 20; circle++) {
        String city = "Zählstadt " + UUID.randomUUID();
        Callable<Integer> draw = () -> transaction.execute(status -> {
          await(together);
          return numbers.next(city, "VO", 2026);
        });
        List<Integer> drawn = new ArrayList<>();
        for (Future<Integer> one : drawers.invokeAll(Collections.nCopies(CONNECTIONS, draw))) {
          drawn.add(one.get());
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, CONNECTIONS).boxed().toList());
      }
    } finally {
      drawers.shutdownNow();
    }
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoOpensACircleAndTurnsBackLeavesItToTheOthers() {
    String city = "Zählstadt " + UUID.randomUUID();
    transaction.executeWithoutResult(status -> {
      assertThat(numbers.next(city, "VO", 2026)).isEqualTo(1);
      status.setRollbackOnly();
    });
    assertThat(numbers.next(city, "VO", 2026)).isEqualTo(1);
  }

  @Test
  void circlesAndYearsCountForThemselves() {
    String city = "Zählstadt " + UUID.randomUUID();
    assertThat(numbers.next(city, "VO", 2026)).isEqualTo(1);
    assertThat(numbers.next(city, "VO", 2026)).isEqualTo(2);
    assertThat(numbers.next(city, "VO", 2027)).isEqualTo(1);
    assertThat(numbers.next(city, "FP", 2026)).isEqualTo(1);
  }
}

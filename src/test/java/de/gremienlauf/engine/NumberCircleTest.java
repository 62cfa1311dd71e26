package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class NumberCircleTest {

  private static final int DRAWERS = 4;
  private static final int EACH = 25;

  @Autowired NumberCircle numbers;

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
  void circlesAndYearsCountForThemselves() {
    String city = "Zählstadt " + UUID.randomUUID();
    assertThat(numbers.next(city, "VO", 2026)).isEqualTo(1);
    assertThat(numbers.next(city, "VO", 2026)).isEqualTo(2);
    assertThat(numbers.next(city, "VO", 2027)).isEqualTo(1);
    assertThat(numbers.next(city, "FP", 2026)).isEqualTo(1);
  }
}

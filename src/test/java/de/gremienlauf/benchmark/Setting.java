package de.gremienlauf.benchmark;

import java.util.Arrays;
import java.util.List;

/** How long and how much is measured; each can be given with {@code -Dgremienlauf.test.benchmark.NAME=VALUE}. */
final class Setting {

  /** Seconds before anything is measured. */
  static final int WARM_UP = number("warm-up", 60);
  /** Pairs of what is compared, A B A B. */
  static final int REPETITIONS = number("repetitions", 5);
  /** Committee runs in each repetition. */
  static final int RUNS = number("runs", 5);
  /** Requests of each kind at each size of the history. */
  static final int REQUESTS = number("requests", 200);
  /** Finished activities in the history. */
  static final List<Integer> SIZES = Arrays.stream(System.getProperty("gremienlauf.test.benchmark.sizes",
      "1000,100000,1000000").split(",")).map(String::strip).map(Integer::valueOf).toList();
  /** Seconds for which the history is cleaned up. */
  static final int CLEAN_UP = number("clean-up", 30);

  private Setting() {
  }

  private static int number(String name, int standard) {
    return Integer.getInteger("gremienlauf.test.benchmark." + name, standard);
  }
}

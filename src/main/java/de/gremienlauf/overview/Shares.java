package de.gremienlauf.overview;

import java.util.List;

/** Which value a share of measurements does not exceed. */
final class Shares {

  private Shares() {
  }

  /** The nearest rank of an ascending list; null of an empty one. */
  static <T> T of(List<T> ascending, double share) {
    return ascending.isEmpty() ? null
        : ascending.get(Math.max(0, (int) Math.ceil(share * ascending.size()) - 1));
  }
}

package de.gremienlauf.paper;

import java.util.Optional;
import java.util.stream.Stream;

/** In which capacity somebody signs (§ 68 GO NRW). */
public enum Capacity {

  OWN("selbst"),
  IV("i. V."),
  IA("i. A.");

  private final String label;

  Capacity(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The capacity of that label; nothing if there is none. */
  public static Optional<Capacity> labelled(String label) {
    return Stream.of(values()).filter(capacity -> capacity.label.equalsIgnoreCase(label)).findFirst();
  }
}

package de.gremienlauf.funding;

import java.util.Optional;
import java.util.stream.Stream;

/** Where the money of a project comes from, in the order of the proof of use. */
public enum FinancingSource {

  OWN("Eigenmittel"),
  THIRD("Mittel Dritter"),
  PUBLIC("öffentliche Mittel"),
  LAND("Landesmittel");

  private final String label;

  FinancingSource(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The source of that label; nothing if there is none. */
  public static Optional<FinancingSource> labelled(String label) {
    return Stream.of(values()).filter(source -> source.label.equalsIgnoreCase(label)).findFirst();
  }
}

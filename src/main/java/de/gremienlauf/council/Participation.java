package de.gremienlauf.council;

import java.util.Optional;
import java.util.stream.Stream;

/** How regularly a member takes part, above all in the bodies of a project. */
public enum Participation {

  PERMANENT("ständig"),
  OCCASIONAL("punktuell");

  private final String label;

  Participation(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The participation of that label; nothing if there is none. */
  public static Optional<Participation> labelled(String label) {
    return Stream.of(values()).filter(value -> value.label.equalsIgnoreCase(label)).findFirst();
  }
}

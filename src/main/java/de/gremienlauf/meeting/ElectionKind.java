package de.gremienlauf.meeting;

/** How a body elects. */
public enum ElectionKind {

  /** One person for one position (§ 50 (2) GO NRW). */
  SINGLE("Wahl einer Person"),
  /** Several positions by lists in proportion to their votes, in one ballot (§ 50 (3) GO NRW). */
  LIST("Verhältniswahl nach Listen");

  private final String label;

  ElectionKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

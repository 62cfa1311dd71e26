package de.gremienlauf.meeting;

/** How a body votes (§ 50 (1) GO NRW): open unless its rules or a resolution want it otherwise. */
public enum VoteMode {

  OPEN("offen"),
  NAMED("namentlich"),
  SECRET("geheim");

  private final String label;

  VoteMode(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

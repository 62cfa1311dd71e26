package de.gremienlauf.paper;

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
}

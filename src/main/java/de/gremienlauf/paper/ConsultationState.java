package de.gremienlauf.paper;

/** Where a station of the sequence stands. */
public enum ConsultationState {

  PLANNED("geplant"),
  REGISTERED("angemeldet"),
  RECORDED("Ergebnis erfasst"),
  CONCLUDED("beraten"),
  DROPPED("entfallen");

  private final String label;

  ConsultationState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether the body has still to deal with the paper, or its result has still to take effect. */
  public boolean open() {
    return this == PLANNED || this == REGISTERED || this == RECORDED;
  }
}

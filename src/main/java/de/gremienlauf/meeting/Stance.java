package de.gremienlauf.meeting;

/** How a person votes by name. */
public enum Stance {

  YES("Ja"),
  NO("Nein"),
  ABSTENTION("Enthaltung");

  private final String label;

  Stance(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

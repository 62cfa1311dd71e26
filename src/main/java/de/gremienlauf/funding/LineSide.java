package de.gremienlauf.funding;

/** The two sides of a plan of financing. */
public enum LineSide {

  EXPENDITURE("Ausgaben"),
  FINANCING("Finanzierung");

  private final String label;

  LineSide(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

package de.gremienlauf.tracking;

/** Where the implementation of a resolution stands. */
public enum DutyState {

  PASSED("noch festzulegen"),
  OPEN("offen"),
  REPORTED("berichtet"),
  DONE("umgesetzt"),
  OBSOLETE("nicht umzusetzen");

  private final String label;

  DutyState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether somebody has still to implement the resolution. */
  public boolean open() {
    return this == OPEN || this == REPORTED;
  }

  /** Whether nothing more is expected. */
  public boolean over() {
    return this == DONE || this == OBSOLETE;
  }
}

package de.gremienlauf.meeting;

/** Whether somebody takes part in a meeting. */
public enum AttendeeState {

  EXPECTED("erwartet"),
  PRESENT("anwesend"),
  LEFT("gegangen"),
  EXCUSED("entschuldigt");

  private final String label;

  AttendeeState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

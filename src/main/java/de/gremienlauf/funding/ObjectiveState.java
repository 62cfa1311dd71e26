package de.gremienlauf.funding;

/** How far an objective was reached. */
public enum ObjectiveState {

  OPEN("offen"),
  ACHIEVED("erreicht"),
  PARTLY("teilweise erreicht"),
  MISSED("nicht erreicht");

  private final String label;

  ObjectiveState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

package de.gremienlauf.funding;

/** What becomes of a focus topic when its project ends. */
public enum OutcomeKind {

  CONSOLIDATED("verstetigt"),
  FOLLOW_UP_PROJECT("Folgeprojekt"),
  CONTINUING_TASK("laufende Aufgabe"),
  ENDED("beendet");

  private final String label;

  OutcomeKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

package de.gremienlauf.meeting;

/** By what act an item came onto the agenda. */
public enum Admission {

  AGENDA("Tagesordnung"),
  /** A dated supplement to the agenda that is sent to all invited. */
  SUPPLEMENT("Nachtrag"),
  /** By resolution of the body in session, for utmost urgency (§ 48 (1) GO NRW). */
  EXTENSION("Erweiterung in der Sitzung");

  private final String label;

  Admission(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

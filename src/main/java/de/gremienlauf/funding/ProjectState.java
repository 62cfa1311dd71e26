package de.gremienlauf.funding;

/** How far a funded project is. */
public enum ProjectState {

  PREPARED("in Vorbereitung"),
  RUNNING("in Durchführung"),
  ENDED("beendet, Nachweis offen"),
  PROVEN("nachgewiesen"),
  ARCHIVED("archiviert"),
  REFUSED("nicht bewilligt"),
  ABORTED("abgebrochen");

  private final String label;

  ProjectState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

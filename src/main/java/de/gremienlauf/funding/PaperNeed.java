package de.gremienlauf.funding;

/** What paper the committees get. */
public enum PaperNeed {

  OPEN("noch offen"),
  NEW("neue Vorlage"),
  EXISTING("vorhandene Vorlage"),
  NONE("keine Vorlage");

  private final String label;

  PaperNeed(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

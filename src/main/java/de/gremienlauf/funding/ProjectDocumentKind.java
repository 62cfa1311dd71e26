package de.gremienlauf.funding;

/** What kinds of documents a project has. */
public enum ProjectDocumentKind {

  APPLICATION("Förderantrag"),
  NOTICE("Bescheid"),
  DEADLINE_SHEET("Fristenblatt"),
  OBJECTIVES("Zieldatei"),
  PROGRESS_REPORT("Sachstandsbericht"),
  PROOF_OF_USE("Verwendungsnachweis"),
  OTHER("Sonstiges");

  private final String label;

  ProjectDocumentKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

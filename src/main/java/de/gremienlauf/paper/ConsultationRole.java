package de.gremienlauf.paper;

/** In which role a body deals with a paper (OParl: Consultation.role). */
public enum ConsultationRole {

  DECISION("Entscheidung"),
  PRELIMINARY("Vorberatung"),
  HEARING("Anhörung"),
  NOTICE("Kenntnisnahme"),
  APPROVAL("Genehmigung"),
  STATEMENT("Stellungnahme");

  private final String label;

  ConsultationRole(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether the station stays when another body has ended the run. */
  public boolean outlivesTheRun() {
    return this == NOTICE || this == APPROVAL;
  }
}

package de.gremienlauf.paper;

/** Where an urgent decision stands. */
public enum UrgentDecisionState {

  SIGNING("wartet auf Unterschriften"),
  IN_MAIN_COMMITTEE("liegt dem Hauptausschuss vor"),
  DECIDED("entschieden, Genehmigung steht aus"),
  APPROVED("genehmigt"),
  NOT_APPROVED("Genehmigung versagt"),
  ANNULLED("aufgehoben"),
  EFFECTIVE("Genehmigung versagt, bleibt wegen Rechten anderer wirksam"),
  NOT_REACHED("nicht zustande gekommen"),
  ABANDONED("abgebrochen");

  private final String label;

  UrgentDecisionState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  boolean beforeDecision() {
    return this == SIGNING || this == IN_MAIN_COMMITTEE;
  }

  boolean open() {
    return beforeDecision() || this == DECIDED || this == NOT_APPROVED;
  }
}

package de.gremienlauf.funding;

/** What the grantor made of a proof of use (Prüfvermerk). */
public enum AuditResult {

  ACCEPTED("anerkannt"),
  CUT("mit Kürzungen anerkannt"),
  REPAYMENT("Erstattung verlangt");

  private final String label;

  AuditResult(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

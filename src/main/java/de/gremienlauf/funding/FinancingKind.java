package de.gremienlauf.funding;

/** How a grant is measured (VV Nr. 2.2 zu § 44 LHO NRW). */
public enum FinancingKind {

  SHARE("Anteilfinanzierung"),
  FIXED("Festbetragsfinanzierung"),
  DEFICIT("Fehlbedarfsfinanzierung");

  private final String label;

  FinancingKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

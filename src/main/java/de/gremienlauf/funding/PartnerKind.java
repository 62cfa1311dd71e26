package de.gremienlauf.funding;

/** What a partner is to a project. */
public enum PartnerKind {

  COOPERATION("Kooperationspartner"),
  PARTICIPATING("mitwirkende Einrichtung");

  private final String label;

  PartnerKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

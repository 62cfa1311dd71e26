package de.gremienlauf.substitution;

/** The two orders of deputies, which never meet: who stands in one has no part in the other (§§ 67, 68 GO NRW). */
public enum Chain {

  /** Who works, co-signs and signs in the administration; people are logins, the scope is a group. */
  ADMINISTRATION("Verwaltung"),
  /** Who takes the chair of a body; people are persons of the council, the scope is a body. */
  CHAIR("Vorsitz");

  private final String label;

  Chain(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

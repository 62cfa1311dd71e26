package de.gremienlauf.paper;

/** What an office said when asked to co-sign. */
public enum CoSignatureState {

  REQUESTED("angefragt"),
  AGREED("mitgezeichnet"),
  OBJECTION("Einwand"),
  CANCELLED("entfallen");

  private final String label;

  CoSignatureState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

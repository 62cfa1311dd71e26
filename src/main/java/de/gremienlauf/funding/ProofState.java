package de.gremienlauf.funding;

/** How far the proof of use is. */
public enum ProofState {

  OPEN("offen"),
  SUBMITTED("vorgelegt"),
  AUDITED("geprüft");

  private final String label;

  ProofState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

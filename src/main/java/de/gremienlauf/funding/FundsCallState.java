package de.gremienlauf.funding;

/** How far a call for funds is. */
public enum FundsCallState {

  PREPARED("in Vorbereitung"),
  CALLED("abgerufen"),
  PAID("ausgezahlt"),
  USED("Verwendung bestätigt"),
  REFUSED("abgelehnt");

  private final String label;

  FundsCallState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

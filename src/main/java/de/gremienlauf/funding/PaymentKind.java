package de.gremienlauf.funding;

/** Whether the money comes before it is spent or after. */
public enum PaymentKind {

  ADVANCE("Vorauszahlung"),
  REIMBURSEMENT("Erstattung");

  private final String label;

  PaymentKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

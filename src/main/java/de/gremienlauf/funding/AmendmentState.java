package de.gremienlauf.funding;

/** How far a change of the grant is. */
public enum AmendmentState {

  OPEN("in Klärung"),
  AGREED("soll beantragt werden"),
  APPLIED_FOR("beantragt"),
  DECIDED("beschieden"),
  REFUSED("vom Fördergeber abgelehnt"),
  NOT_TAKEN("nicht genutzt"),
  DECLINED("von den Gremien abgelehnt"),
  DROPPED("ohne Bescheid beendet");

  private final String label;

  AmendmentState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

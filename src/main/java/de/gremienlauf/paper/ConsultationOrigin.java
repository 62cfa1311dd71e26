package de.gremienlauf.paper;

/** Why a station is in the sequence. */
public enum ConsultationOrigin {

  SEQUENCE("Beratungsfolge"),
  CHANGE("nachträglich aufgenommen"),
  POSTPONED("nach Vertagung"),
  REFERRED("nach Verweisung"),
  RETURNED("Rücklauf nach Überweisung");

  private final String label;

  ConsultationOrigin(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

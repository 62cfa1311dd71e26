package de.gremienlauf.meeting;

/** What a printed result means. The decision table result-phrase reads it, a person may choose it. */
public enum ResultKind {

  ACCEPTED("Zugestimmt / beschlossen"),
  ACCEPTED_AMENDED("Mit Änderungen zugestimmt / beschlossen"),
  REJECTED("Abgelehnt"),
  REJECTED_FINALLY("Endgültig abgelehnt"),
  NOTED("Zur Kenntnis genommen"),
  POSTPONED("Vertagt / zurückgestellt"),
  REFERRED("Verwiesen (ohne Rücklauf)"),
  REFERRED_WITH_RETURN("Überwiesen (mit Rücklauf)"),
  WITHOUT_VOTE("Ohne Votum weitergegeben"),
  WITHDRAWN("Zurückgezogen"),
  SETTLED("Erledigt"),
  LAPSED("Verfallen (Ablauf der Wahlperiode)"),
  DEEMED_CONSENT("Zustimmung durch Fristablauf"),
  CONTINUE("Nimmt seinen Fortgang"),
  NONE("Kein Ergebnis");

  private final String label;

  ResultKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

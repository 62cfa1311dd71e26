package de.gremienlauf.paper;

/** What a result does to the run. The decision table result-effect says it. */
public enum ResultEffect {

  CONTINUE("Lauf geht weiter"),
  CONTINUE_AMENDED("Lauf geht mit geändertem Wortlaut weiter"),
  WITHOUT_VOTE("ohne Votum weitergegeben"),
  DECIDED("entschieden"),
  DECIDED_AMENDED("mit Änderungen entschieden"),
  REJECTED("abgelehnt"),
  NOTED("zur Kenntnis genommen"),
  POSTPONED("vertagt"),
  REFERRED("verwiesen"),
  WITHDRAWN("zurückgezogen"),
  SETTLED("erledigt"),
  LAPSED("verfallen"),
  DEEMED_CONSENT("Zustimmung durch Fristablauf"),
  NONE("ohne Wirkung");

  private final String label;

  ResultEffect(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether the body decided the matter. */
  public boolean decides() {
    return this == DECIDED || this == DECIDED_AMENDED;
  }

  /** Whether the body changed the wording. */
  public boolean amends() {
    return this == CONTINUE_AMENDED || this == DECIDED_AMENDED;
  }
}

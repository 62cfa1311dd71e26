package de.gremienlauf.paper;

/** Where a paper stands. */
public enum PaperState {

  DRAFT("Entwurf"),
  CO_SIGNING("in Mitzeichnung"),
  SIGNING("in Zeichnung"),
  SIGNED("gezeichnet"),
  IN_CONSULTATION("in Beratung"),
  ANSWER_PENDING("Beantwortung steht aus"),
  DECIDED("beschlossen"),
  DECIDED_AMENDED("geändert beschlossen"),
  REJECTED("abgelehnt"),
  NOTED("zur Kenntnis genommen"),
  SETTLED("erledigt"),
  LAPSED("verfallen"),
  DEEMED_CONSENT("Zustimmung durch Fristablauf"),
  ANSWERED("beantwortet"),
  CONSULTED("beraten"),
  WITHDRAWN("zurückgezogen"),
  DISCARDED("Entwurf verworfen");

  private final String label;

  PaperState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether nothing more happens with the paper unless somebody reopens it. */
  public boolean closed() {
    return ordinal() > ANSWER_PENDING.ordinal();
  }
}

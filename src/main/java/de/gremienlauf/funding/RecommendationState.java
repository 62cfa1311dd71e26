package de.gremienlauf.funding;

/** How far a recommendation got. */
public enum RecommendationState {

  OPEN("offen"),
  TAKEN_UP("aufgegriffen"),
  DROPPED("nicht weiterverfolgt");

  private final String label;

  RecommendationState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

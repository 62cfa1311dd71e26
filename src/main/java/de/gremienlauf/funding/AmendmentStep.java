package de.gremienlauf.funding;

/** How a change of the grant begins. */
public enum AmendmentStep {

  OPTION("Der Fördergeber eröffnet die Möglichkeit"),
  APPLICATION("Die Stadt beantragt die Änderung"),
  HEARING("Der Fördergeber hört die Stadt an"),
  NOTICE("Der Bescheid liegt schon vor");

  private final String label;

  AmendmentStep(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

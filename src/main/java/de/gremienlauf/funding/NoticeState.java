package de.gremienlauf.funding;

/** How far a notice is on its way to finality. */
public enum NoticeState {

  APPEALABLE("anfechtbar"),
  CHALLENGED("angefochten"),
  FINAL("bestandskräftig"),
  ANNULLED("aufgehoben");

  private final String label;

  NoticeState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

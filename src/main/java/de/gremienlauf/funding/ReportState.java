package de.gremienlauf.funding;

/** How far a progress report is. */
public enum ReportState {

  PLANNED("geplant"),
  SUBMITTED("vorgelegt");

  private final String label;

  ReportState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

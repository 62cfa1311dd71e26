package de.gremienlauf.funding;

/** Who wants a progress report. */
public enum ReportBasis {

  NOTICE("Bescheid"),
  RESOLUTION("Beschluss");

  private final String label;

  ReportBasis(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

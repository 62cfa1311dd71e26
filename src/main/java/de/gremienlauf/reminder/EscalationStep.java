package de.gremienlauf.reminder;

/** What is done about a task that is overdue, from the mildest to the last. */
public enum EscalationStep {

  NONE("nichts"),
  REMIND("Erinnerung"),
  INFORM_DEPUTY("Vertretung informiert"),
  INFORM_SUPERIOR("Vorgesetzte informiert");

  private final String label;

  EscalationStep(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

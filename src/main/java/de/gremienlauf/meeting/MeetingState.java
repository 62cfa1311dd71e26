package de.gremienlauf.meeting;

/** Where a meeting stands. OParl knows three of these: terminiert, eingeladen, durchgeführt, and cancelled. */
public enum MeetingState {

  PLANNED("terminiert"),
  AGENDA_RELEASED("Tagesordnung freigegeben"),
  INVITED("eingeladen"),
  IN_SESSION("Sitzungstag"),
  CLOSED("beendet, Niederschrift offen"),
  MINUTES_RELEASED("Niederschrift freigegeben"),
  NO_QUORUM("beschlussunfähig"),
  CANCELLED("abgesagt");

  private final String label;

  MeetingState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether the day of the meeting has still to come. */
  public boolean ahead() {
    return this == PLANNED || this == AGENDA_RELEASED || this == INVITED;
  }

  /** Whether papers can still come onto its agenda, if need be in the meeting itself. */
  public boolean takesItems() {
    return ahead() || this == IN_SESSION;
  }
}

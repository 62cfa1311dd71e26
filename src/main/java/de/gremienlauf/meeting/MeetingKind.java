package de.gremienlauf.meeting;

/** For what reason a meeting takes place. */
public enum MeetingKind {

  REGULAR("ordentliche Sitzung"),
  SPECIAL("Sondersitzung"),
  JOINT("gemeinsame Sitzung"),
  CONTINUED("Fortsetzung"),
  /** Called again for what a meeting without quorum had to leave (§ 49 (2) GO NRW): quorate whoever comes. */
  SECOND("zweite Einladung");

  private final String label;

  MeetingKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

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

  /**
   * Whether a meeting of this kind can rest in a state. Every kind can in every state but one: after the second
   * invitation the body is quorate whatever number comes (§ 49 (2) GO NRW), so it cannot end without quorum. A released
   * agenda is a state of its own as long as letters are to be posted or mails to be sent.
   */
  public boolean mayBe(MeetingState state) {
    return this != SECOND || state != MeetingState.NO_QUORUM;
  }
}

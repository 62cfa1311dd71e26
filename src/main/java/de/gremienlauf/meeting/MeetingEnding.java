package de.gremienlauf.meeting;

/** How a meeting came to its end. */
public enum MeetingEnding {

  CLOSED("geschlossen"),
  /** It goes on another day with what is left. */
  ADJOURNED("unterbrochen, wird fortgesetzt"),
  /** It is called again for what is left (§ 49 (2) GO NRW). */
  NO_QUORUM("beschlussunfähig, es wird ein zweites Mal eingeladen");

  private final String label;

  MeetingEnding(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

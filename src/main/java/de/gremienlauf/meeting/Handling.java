package de.gremienlauf.meeting;

/** What the meeting does with an item though a body of an earlier rank has no result yet. */
public enum Handling {

  PUT_BACK("zurückstellen"),
  WITHOUT_VOTE("ohne Votum weitergeben"),
  WITH_RESERVATION("unter Vorbehalt beraten");

  private final String label;

  Handling(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

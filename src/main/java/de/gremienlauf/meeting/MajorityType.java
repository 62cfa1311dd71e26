package de.gremienlauf.meeting;

/** What a motion needs to pass (§ 50 (1) GO NRW and the matters listed elsewhere). */
public enum MajorityType {

  /** More yes than no; a tie is a rejection, abstentions and invalid votes do not count. */
  SIMPLE("einfache Mehrheit"),
  /** More than half of the statutory members vote yes. */
  STATUTORY("Mehrheit der gesetzlichen Mitgliederzahl"),
  /** At least two thirds of the statutory members vote yes. */
  TWO_THIRDS("zwei Drittel der gesetzlichen Mitgliederzahl");

  private final String label;

  MajorityType(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /**
   * Whether a motion passed. Abstentions and invalid votes count for neither side.
   *
   * @param statutory the statutory number of members; may be null for the simple majority
   * @return null if the number of members would have to be known
   */
  public VoteOutcome outcome(int yes, int no, Integer statutory) {
    if (this != SIMPLE && statutory == null) {
      return null;
    }
    boolean enough = switch (this) {
      case SIMPLE -> true;
      case STATUTORY -> 2 * yes > statutory;
      case TWO_THIRDS -> 3 * yes >= 2 * statutory;
    };
    return enough && yes > no ? VoteOutcome.ACCEPTED : VoteOutcome.REJECTED;
  }
}

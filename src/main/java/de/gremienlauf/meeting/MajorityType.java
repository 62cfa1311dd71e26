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
}

package de.gremienlauf.meeting;

/** What the invited are told. */
public enum InvitationAct {

  INVITATION("Einladung"),
  /** A dated supplement to the agenda. */
  SUPPLEMENT("Nachtrag zur Tagesordnung"),
  MOVED("Verlegung"),
  CANCELLED("Absage");

  private final String label;

  InvitationAct(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}

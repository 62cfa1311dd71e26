package de.gremienlauf.meeting;

/** Where an item stands. */
public enum AgendaItemState {

  /** Asked for after the agenda was released; the office decides whether it becomes a Nachtrag. */
  REQUESTED("verspätet angemeldet"),
  ON_AGENDA("auf der Tagesordnung"),
  CONCLUDED("beraten"),
  REMOVED("abgesetzt"),
  MOVED("in eine andere Sitzung übernommen");

  private final String label;

  AgendaItemState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether the meeting has still to deal with it. */
  public boolean open() {
    return this == REQUESTED || this == ON_AGENDA;
  }
}

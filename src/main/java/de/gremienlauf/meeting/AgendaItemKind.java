package de.gremienlauf.meeting;

/** What an item of an agenda is about. */
public enum AgendaItemKind {

  /** A paper is dealt with. */
  PAPER,
  /** Stands on every agenda of the body, e.g. "Mitteilungen der Verwaltung"; may be the heading of papers. */
  STANDING,
  /** Somebody is elected or appointed (§ 50 (2), (3) GO NRW). */
  ELECTION,
  /** A matter without a paper. */
  MATTER
}

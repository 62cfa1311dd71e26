package de.gremienlauf.meeting;

import org.springframework.data.annotation.Id;

/**
 * Somebody who does not vote on one item.
 *
 * @param reason as noted; null for nothing
 */
public record ItemExclusion(@Id Long id, Long agendaItemId, Long personId, Kind kind, String reason) {

  /** Why somebody does not vote on an item. */
  public enum Kind {

    /** Counts neither as present for that item nor as a voter (§ 31 GO NRW). */
    RECUSAL("befangen"),
    /** Counts as present but does not vote, e.g. the mayor in the matters of § 40 (2) GO NRW. */
    NO_VOTE("ohne Stimmrecht");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }
}

package de.gremienlauf.meeting;

import java.util.List;
import java.util.Map;

/**
 * An election and what follows from its ballots.
 *
 * @param position for what is elected, as printed
 * @param elected the person who is elected; empty if nobody is (yet), and in an election by lists
 * @param seatsOfLists seats by list, those by lot included once it was drawn; empty in an election of a person
 * @param next whom the next ballot or the lot decides between; empty if there is nothing to decide
 * @param lotWinners whom the lot favoured; empty if none was drawn
 * @param lotDrawnBy who drew the lot; null if nobody did
 * @param unanimousProposal the single proposal that was accepted unanimously; null if there was a ballot
 * @param explanation German, with the legal ground
 * @param minutesText how the minutes could put it; null as long as nothing was decided
 */
public record ElectionSheet(Long itemId, int version, ElectionKind kind, String position, int seats, SeatMethod method,
    List<Ballot> ballots, State state, List<String> elected, Map<String, Integer> seatsOfLists, List<String> next,
    List<String> lotWinners, String lotDrawnBy, String unanimousProposal, String explanation, String minutesText) {

  /** Where an election stands. */
  public enum State {

    OPEN("noch kein Wahlgang"),
    SECOND_BALLOT("engere Wahl nötig"),
    LOT("Losentscheid nötig"),
    ELECTED("gewählt"),
    NOT_ELECTED("niemand gewählt");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }
}

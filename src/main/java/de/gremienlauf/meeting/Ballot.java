package de.gremienlauf.meeting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ballot of an election.
 *
 * @param number 1 for the first
 * @param cast ballots that were handed in
 * @param invalid among them, abstentions too
 * @param noVotes valid votes against all (§ 50 (2) GO NRW); 0 in a vote by lists
 * @param votes votes by candidate or list, in the order of the ballot paper
 */
public record Ballot(int number, int cast, int invalid, int noVotes, Map<String, Integer> votes) {

  public Ballot {
    votes = new LinkedHashMap<>(votes);
  }

  /** Valid votes. */
  public int valid() {
    return cast - invalid;
  }
}

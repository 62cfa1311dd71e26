package de.gremienlauf.planning;

import java.util.List;

/**
 * What is known of earlier papers.
 *
 * @param preparationDays working days from the finished draft to the release, one number for each paper; empty if not
 *     known
 * @param consultations how many results of bodies are known
 * @param postponements how many of them put the paper off to another meeting
 */
public record PastRuns(List<Integer> preparationDays, int consultations, int postponements) {

  public PastRuns {
    preparationDays = List.copyOf(preparationDays);
    if (postponements < 0 || postponements > consultations || preparationDays.stream().anyMatch(days -> days < 0)) {
      throw new IllegalArgumentException(postponements + " of " + consultations + ", " + preparationDays);
    }
  }

  /**
   * How likely a body puts a paper off. Half a case is added on each side (Jeffreys), so that a few papers that went
   * through do not prove that none is ever put off.
   */
  public double postponementRate() {
    return (postponements + 0.5) / (consultations + 1.0);
  }
}

package de.gremienlauf.planning;

import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What is possible for a paper under way, as pages show it. Absent values are null.
 *
 * @param end the earliest day of the decision; null if a body has no meeting for it
 * @param deadline set from outside
 * @param meets whether the deadline can be kept; null without one
 * @param slackDays before release the days by which it can be signed later, after it those from decision to deadline
 * @param verdict one sentence: whether the deadline is kept, without one when it can be decided
 * @param sentences the plan for people
 * @param critical the bodies that alone delay the end if their meeting falls away
 */
public record LivePlan(Long paperId, LocalDate end, LocalDate deadline, Boolean meets, Integer slackDays,
    String verdict, List<String> sentences, List<String> critical, List<Stop> stops, List<Way> alternatives,
    Forecast forecast) {

  private static final int CRITICAL = 1000;

  /**
   * A station.
   *
   * @param meeting the day on which the body deals or has dealt with the paper
   * @param submissionDay the last day on which the paper is accepted; only where it is still to be handed in
   * @param ifLate the day of the body's meeting if that is missed
   * @param firstPlanned the day that was planned when the sequence was confirmed
   */
  public record Stop(Long consultationId, String body, ConsultationRole role, LocalDate meeting,
      LocalDate submissionDay, LocalTime cutoff, LocalDate ifLate, boolean critical, LocalDate firstPlanned,
      List<String> steps, String ground) {
  }

  /** Another way that ends earlier. */
  public record Way(String text, String ground, Boolean meetsDeadline) {
  }

  String criticalBodies() {
    String all = String.join(", ", critical);
    return all.isEmpty() ? null : all.length() > CRITICAL ? all.substring(0, CRITICAL - 1) + "…" : all;
  }
}

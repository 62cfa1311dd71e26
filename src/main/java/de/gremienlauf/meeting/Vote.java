package de.gremienlauf.meeting;

import java.util.List;

/**
 * A vote as the minutes print it. Nothing here is inferred: what is not printed is null, or an empty list for names.
 *
 * @param outcome whether the motion passed; never null
 * @param unanimous whether nobody voted the other way; null if the text does not tell
 * @param yes printed votes for the motion, or null
 * @param no printed votes against the motion, or null
 * @param abstentions printed abstentions, or null
 * @param against groups and persons named as voting against, as printed but without the definite article
 * @param abstaining groups and persons named as abstaining, spelled likewise
 */
public record Vote(VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no, Integer abstentions,
    List<String> against, List<String> abstaining) {

  public Vote {
    against = List.copyOf(against);
    abstaining = List.copyOf(abstaining);
  }
}

package de.gremienlauf.meeting;

import java.time.LocalTime;
import java.util.List;

/**
 * Everything known of the vote on an item.
 *
 * @param version null if nothing was entered yet
 * @param at when was voted; null if unknown
 * @param yes null if not known, like the other totals
 * @param entitled how many could vote on the item; null if the attendance is not kept
 * @param statutory the statutory number of members; null if not known
 * @param computed the outcome by the counts and the majority needed; null as long as it cannot be computed
 * @param stated the outcome by the printed phrases; null if they say nothing
 * @param contradiction why computed and stated do not fit, in German; null if they do
 * @param proposal how the minutes could put it; null without counts
 */
public record VoteSheet(Long itemId, Integer version, VoteMode mode, MajorityType majority, LocalTime at, Integer yes,
    Integer no, Integer abstentions, Integer invalid, List<VoteEntry.GroupCount> groups, List<NamedVote> named,
    List<PointCount> points, Integer entitled, Integer statutory, VoteOutcome computed, VoteOutcome stated,
    String contradiction, String proposal) {

  /** How a person voted by name. */
  public record NamedVote(Long personId, String name, Stance stance) {
  }

  /** How was voted on a point of the resolution, and what follows. */
  public record PointCount(String point, int yes, int no, int abstentions, VoteOutcome outcome) {
  }
}

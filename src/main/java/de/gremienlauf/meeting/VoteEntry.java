package de.gremienlauf.meeting;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * A vote as the minute taker enters it; may be incomplete while it is typed.
 *
 * @param mode null for open
 * @param majority null for the simple one
 * @param at when was voted; null for now if the meeting is in session, else for an unknown time
 * @param yes null if not entered; then the sum of the groups or names counts, if all are given
 * @param invalid invalid ballots of a secret vote; null for none
 * @param groups counts by group, members without a group as {@link Votes#WITHOUT_GROUP}; empty if not entered
 * @param named how each person voted by name; empty if not entered
 * @param points counts on single points that were voted apart; empty if none was
 */
public record VoteEntry(VoteMode mode, MajorityType majority, LocalTime at, Integer yes, Integer no,
    Integer abstentions, Integer invalid, List<GroupCount> groups, Map<Long, Stance> named,
    List<PointCount> points) {

  public VoteEntry {
    mode = mode == null ? VoteMode.OPEN : mode;
    majority = majority == null ? MajorityType.SIMPLE : majority;
    groups = List.copyOf(groups);
    named = Map.copyOf(named);
    points = List.copyOf(points);
  }

  /** An open vote by simple majority of which only the totals are known. */
  public static VoteEntry counted(Integer yes, Integer no, Integer abstentions) {
    return new VoteEntry(null, null, null, yes, no, abstentions, null, List.of(), Map.of(), List.of());
  }

  /** How a group voted. */
  public record GroupCount(String group, int yes, int no, int abstentions) {

    int total() {
      return yes + no + abstentions;
    }
  }

  /** How was voted on a point of the resolution. */
  public record PointCount(String point, int yes, int no, int abstentions) {
  }
}

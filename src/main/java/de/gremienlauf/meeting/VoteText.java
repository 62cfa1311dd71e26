package de.gremienlauf.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** How minutes put a counted vote into words. */
final class VoteText {

  private VoteText() {
  }

  /**
   * The words for a vote.
   *
   * @param groups all groups with their counts; empty if not known, then the numbers are named instead
   */
  static String of(int yes, int no, int abstentions, VoteOutcome outcome, MajorityType majority,
      List<VoteEntry.GroupCount> groups) {
    boolean known = groups.stream().mapToInt(VoteEntry.GroupCount::yes).sum() == yes
        && groups.stream().mapToInt(VoteEntry.GroupCount::no).sum() == no
        && groups.stream().mapToInt(VoteEntry.GroupCount::abstentions).sum() == abstentions;
    String abstaining = abstentions == 0 ? "" : known
        ? " bei Enthaltung " + sides(groups, VoteEntry.GroupCount::abstentions)
        : " bei " + abstentions + (abstentions == 1 ? " Enthaltung" : " Enthaltungen");
    if (yes == 0 && no == 0) {
      return "abgelehnt: keine Stimme dafür oder dagegen" + abstaining;
    }
    if (outcome == VoteOutcome.ACCEPTED) {
      return no == 0 ? "einstimmig zugestimmt" + abstaining
          : "mehrheitlich zugestimmt gegen " + opposed(no, known, groups, VoteEntry.GroupCount::no) + abstaining;
    }
    if (yes == 0) {
      return "einstimmig abgelehnt" + abstaining;
    }
    if (yes == no) {
      return "bei Stimmengleichheit (" + yes + " : " + no + ") abgelehnt" + abstaining;
    }
    if (yes > no) {
      return "abgelehnt mit " + yes + " Ja-Stimmen und " + no + " Nein-Stimmen" + abstaining + "; erforderlich war: "
          + majority.label();
    }
    return "mehrheitlich abgelehnt mit " + yes + " Ja-Stimmen und " + no + " Nein-Stimmen" + abstaining;
  }

  private static String opposed(int count, boolean known, List<VoteEntry.GroupCount> groups,
      ToIntFunction<VoteEntry.GroupCount> side) {
    if (!known) {
      return count + (count == 1 ? " Stimme" : " Stimmen");
    }
    boolean whole = groups.stream().anyMatch(group -> wholly(group, side));
    return (whole ? "die Stimmen " : "") + sides(groups, side);
  }

  private static boolean wholly(VoteEntry.GroupCount group, ToIntFunction<VoteEntry.GroupCount> side) {
    return side.applyAsInt(group) > 0 && side.applyAsInt(group) == group.total();
  }

  /** The groups on a side: first those that agreed, then those that were divided, with their number. */
  private static String sides(List<VoteEntry.GroupCount> groups, ToIntFunction<VoteEntry.GroupCount> side) {
    List<String> names = new ArrayList<>();
    groups.stream().filter(group -> wholly(group, side)).forEach(group -> names.add(article(group.group())));
    groups.stream().filter(group -> side.applyAsInt(group) > 0 && !wholly(group, side)).forEach(group -> names.add(
        side.applyAsInt(group) + (side.applyAsInt(group) == 1 ? " Stimme " : " Stimmen ") + article(group.group())));
    return names.size() == 1 ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1)) + " und " + names.get(names.size() - 1);
  }

  private static String article(String group) {
    String lower = group.toLowerCase(Locale.GERMAN);
    return lower.endsWith("fraktion") || lower.startsWith("gruppe") || lower.startsWith("fraktion")
        ? "der " + group : "von " + (group.equals(Votes.WITHOUT_GROUP) ? "Fraktionslosen" : group);
  }
}

package de.gremienlauf.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How was voted, one line for each group, side or point. */
final class VoteLines {

  private VoteLines() {
  }

  /**
   * The lines below the result.
   *
   * @param counted what was counted; null if nothing was
   * @param named how each person voted by name, with the name; empty if nobody did
   */
  static List<String> of(ItemDetails item, ItemVote counted, List<VoteSheet.NamedVote> named) {
    List<String> lines = new ArrayList<>();
    if (counted != null) {
      counted.groupCounts().forEach(group ->
          lines.add(group.group() + ": " + counts(group.yes(), group.no(), group.abstentions())));
      for (Stance stance : Stance.values()) {
        add(lines, stance.label(), named.stream().filter(vote -> vote.stance() == stance)
            .map(VoteSheet.NamedVote::name).toList());
      }
      counted.points.forEach(point -> lines.add("Punkt " + point.pointNumber() + ": "
          + counts(point.yesVotes(), point.noVotes(), point.abstentions())));
      if (counted.invalidVotes != null && counted.invalidVotes > 0) {
        lines.add("ungültig: " + counted.invalidVotes);
      }
    }
    if (item.vote() != null && named.isEmpty() && (counted == null || counted.voteMode != VoteMode.SECRET)) {
      add(lines, "Dagegen", item.vote().against());
      add(lines, "Enthalten", item.vote().abstaining());
    }
    Agenda.pointVotes(item).forEach(point -> lines.add("Punkt " + point.point() + ": " + point.text()));
    return lines;
  }

  private static void add(List<String> lines, String label, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(label + ": " + String.join(", ", names));
    }
  }

  static String counts(Integer yes, Integer no, Integer abstentions) {
    return Stream.of(count(yes, "Ja"), count(no, "Nein"), count(abstentions, "Enthaltung"))
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String count(Integer count, String label) {
    return count == null || count == 0 ? "" : count + " " + label;
  }
}

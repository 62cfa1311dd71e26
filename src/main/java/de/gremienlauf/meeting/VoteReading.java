package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the vote of an item from its phrases and what a person corrected by hand. */
final class VoteReading {

  private static final Pattern POINT_LINE = Pattern.compile("\\s*(\\d{1,3}[a-z]?|[IVX]{1,5})[.:)]\\s+(\\S.*)");

  private VoteReading() {
  }

  /** Stores the vote with the item. A contradiction between result and vote is noted, never refused. */
  static void read(AgendaItem item, RecordedResult entered) {
    Vote read = VoteParser.parse(entered.vote(), entered.result()).orElse(null);
    item.setVote(corrected(read, entered));
    item.contradiction = contradiction(item);
    points(item.pointVotes);
  }

  private static String contradiction(AgendaItem item) {
    Vote vote = item.vote();
    return vote == null || !VoteParser.contradicts(item.result, vote) ? null
        : "Das Ergebnis „" + item.result + "“ passt nicht zur Abstimmung: sie ist "
            + (vote.outcome() == VoteOutcome.ACCEPTED ? "eine Zustimmung" : "eine Ablehnung") + counts(vote) + ".";
  }

  private static String counts(Vote vote) {
    return vote.yes() == null || vote.no() == null ? "" : " (" + vote.yes() + " dafür, " + vote.no() + " dagegen)";
  }

  private static Vote corrected(Vote read, RecordedResult entered) {
    RecordedResult.Counts counts = entered.counts();
    boolean byHand = counts.yes() != null || counts.no() != null || counts.abstentions() != null
        || !entered.against().isEmpty() || !entered.abstaining().isEmpty();
    if (!byHand) {
      return read;
    }
    Integer yes = counts.yes() != null ? counts.yes() : read == null ? null : read.yes();
    Integer no = counts.no() != null ? counts.no() : read == null ? null : read.no();
    Integer abstentions = counts.abstentions() != null ? counts.abstentions()
        : read == null ? null : read.abstentions();
    VoteOutcome outcome = yes != null && no != null ? yes > no ? VoteOutcome.ACCEPTED : VoteOutcome.REJECTED
        : read == null ? VoteOutcome.ACCEPTED : read.outcome();
    Boolean unanimous = yes != null && no != null ? Boolean.valueOf(yes == 0 || no == 0)
        : read == null ? null : read.unanimous();
    return new Vote(outcome, unanimous, yes, no, abstentions,
        entered.against().isEmpty() && read != null ? read.against() : entered.against(),
        entered.abstaining().isEmpty() && read != null ? read.abstaining() : entered.abstaining());
  }

  /** The votes on single points, one in each line; refuses a line that cannot be read. */
  static List<PointVote> points(String lines) {
    return lines == null ? List.of()
        : lines.lines().filter(line -> !line.isBlank()).map(VoteReading::point).toList();
  }

  private static PointVote point(String line) {
    Matcher matcher = POINT_LINE.matcher(line);
    if (!matcher.matches() || line.length() > 500) {
      throw new BusinessException("Die Abstimmung je Punkt „"
          + (line.length() > 60 ? line.substring(0, 60) + "…" : line)
          + "“ ist nicht lesbar. Bitte je Zeile den Punkt und sein Ergebnis, zum Beispiel „1: einstimmig beschlossen“.");
    }
    String text = matcher.group(2).strip();
    return new PointVote(matcher.group(1), text, VoteParser.parse(text, text).map(Vote::outcome).orElse(null));
  }
}

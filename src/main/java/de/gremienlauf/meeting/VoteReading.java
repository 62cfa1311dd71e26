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
    item.setVote(corrected(read, entered, item.kind));
    item.contradiction = contradiction(item);
    points(item.pointVotes);
  }

  /** How it ended by the kind that somebody chose; null if none was or it is about no vote. */
  private static VoteOutcome outcome(ResultKind kind) {
    return kind == ResultKind.ACCEPTED || kind == ResultKind.ACCEPTED_AMENDED ? VoteOutcome.ACCEPTED
        : kind == ResultKind.REJECTED || kind == ResultKind.REJECTED_FINALLY ? VoteOutcome.REJECTED : null;
  }

  /** How it ended by what was recorded; null if that leaves it open, as "gegen die Stimmen der X" alone does. */
  static VoteOutcome stated(RecordedResult recorded) {
    VoteOutcome chosen = outcome(recorded.kind());
    Vote read = VoteParser.parse(recorded.vote(), recorded.result(), chosen).orElse(null);
    if (read == null || chosen != null || Boolean.TRUE.equals(read.unanimous())) {
      return read == null ? null : read.outcome();
    }
    // What turns with what was recorded besides is not said by the words themselves.
    return VoteParser.parse(recorded.vote(), recorded.result(), VoteOutcome.REJECTED).map(Vote::outcome)
        .filter(read.outcome()::equals).orElse(null);
  }

  /** Whether what was voted on passed: the kind that was chosen decides, then the vote unless that is only guessed. */
  static boolean passed(ItemDetails item) {
    Vote vote = item.vote();
    if (item.recorded().kind() != null || vote == null) {
      return outcome(item.recorded().kind()) == VoteOutcome.ACCEPTED;
    }
    boolean known = vote.yes() != null && vote.no() != null
        || VoteParser.outcomeOf(item.recorded().result()) != null || stated(item.recorded()) != null;
    return known && vote.outcome() == VoteOutcome.ACCEPTED;
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

  private static Vote corrected(Vote read, RecordedResult entered, ResultKind kind) {
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
        : read == null ? recorded(entered.result(), kind) : read.outcome();
    Boolean unanimous = yes != null && no != null ? Boolean.valueOf(yes == 0 || no == 0)
        : read == null ? null : read.unanimous();
    return new Vote(outcome, unanimous, yes, no, abstentions,
        entered.against().isEmpty() && read != null ? read.against() : entered.against(),
        entered.abstaining().isEmpty() && read != null ? read.abstaining() : entered.abstaining());
  }

  private static VoteOutcome recorded(String result, ResultKind kind) {
    VoteOutcome inWords = VoteParser.outcomeOf(result);
    return inWords != null ? inWords : outcome(kind) == VoteOutcome.REJECTED ? VoteOutcome.REJECTED
        : VoteOutcome.ACCEPTED;
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

package de.gremienlauf.meeting;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Votes printed as a table or as a filled-in form, with each label and each number in a cell or a line of its own. They
 * are written as "label: number", as the other votes are.
 */
final class VoteForm {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String YES = "(?:" + VoteCounts.YES + ")";
  private static final String NO = "(?:" + VoteCounts.NO + ")";
  private static final String ABSTENTION = "(?:" + VoteCounts.ABSTENTION + ")";
  private static final String BETWEEN = "[\\s/,;:–-]+";
  private static final String NUMBER = "(\\d{1,3})";

  private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern HEADINGS = Pattern.compile(YES + BETWEEN + NO + BETWEEN + ABSTENTION + BETWEEN
      + NUMBER + BETWEEN + NUMBER + BETWEEN + NUMBER + "\\b", FLAGS);
  private static final Pattern FIELD = Pattern.compile("(?m)(" + YES + "|" + NO + "|" + ABSTENTION
      + ")\\s*:?\\s*\\n\\s*" + NUMBER + "\\s*$", FLAGS);
  /** "CDU gegen FDP (= Ablehnung); BFF (= Enthaltung)": said of the group before it, not of the body. */
  private static final Pattern ABSTAINS =
      Pattern.compile("(?:^|;)\\s*([^;()]*?)\\s*\\(\\s*=\\s*(?:stimm)?enthaltung\\s*\\)", FLAGS);
  private static final Pattern WISH = Pattern.compile("\\(\\s*=[^()\\d]*\\)");
  private static final Pattern COUNTED = Pattern.compile("(?m)^.*(?:" + YES + "|" + NO + "|" + ABSTENTION
      + ")\\s*:\\s*\\d.*$", FLAGS);
  private static final Pattern TICKED = Pattern.compile("(?m)^(.*\\p{L}{3}.*)\\n\\s*[xX☒✓]\\s*$");

  private VoteForm() {
  }

  /**
   * The text with abstaining groups behind that word, its cells as lines, its headings beside their numbers, and of
   * boxes only those that are ticked.
   */
  static String flatten(String text) {
    String ofGroups = WISH.matcher(ABSTAINS.matcher(text).replaceAll("; Enthaltung: $1")).replaceAll(" ");
    String lines = CELL.matcher(ofGroups).replaceAll("\n").strip();
    String beside = HEADINGS.matcher(lines).replaceAll("Ja: $1, Nein: $2, Enthaltungen: $3");
    String fields = FIELD.matcher(beside).replaceAll("$1: $2");
    String ticked = TICKED.matcher(fields).results().map(box -> box.group(1)).collect(Collectors.joining("\n"));
    return ticked.isEmpty() ? fields : Stream.concat(Stream.of(ticked),
        COUNTED.matcher(fields).results().map(MatchResult::group)).collect(Collectors.joining("\n"));
  }
}

package de.gremienlauf.meeting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counts printed in a text about one vote. A count of single groups is not the count of the body, and nothing is
 * added up.
 *
 * @param printed whether any count is printed, be it of single groups
 * @param rest the text without the counted labels, so that the "dagegen" of "dagegen: 3" is not read as a word
 */
record VoteCounts(Integer yes, Integer no, Integer abstentions, boolean printed, String rest) {

  private enum Side { YES, NO, ABSTENTION }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String NUMBER = GermanNumbers.PATTERN;
  private static final String STRICT = "(?:\\b\\d{1,3}\\b|\\bkeine[rn]?\\b|\\beine\\b(?=\\s+stimme\\b))";
  /** How those for, against and abstaining are called. */
  static final String YES = "\\bja(?:-?\\s?stimmen?)?\\b|\\b(?:stimmen?\\s+)?dafür(?:-?stimmen?)?\\b"
      + "|\\bfür-?stimmen?\\b|\\bzustimmung(?:en)?\\b|\\bpro-?stimmen?\\b";
  static final String NO = "\\bnein(?:-?\\s?stimmen?)?\\b|\\b(?:stimmen?\\s+)?dagegen(?:-?stimmen?)?\\b"
      + "|\\bgegenstimmen?\\b|\\bablehnung(?:en)?\\b";
  static final String ABSTENTION = "\\b(?:stimm(?:en)?)?enthaltung(?:en)?\\b|\\benth\\b\\.?";
  private static final String LABEL =
      "(?:(?<yes>" + YES + ")|(?<no>" + NO + ")|(?<abstention>" + ABSTENTION + "))";

  private static final Pattern GROUP_TABLE = Pattern.compile(
      "(?:\\b(?!JA\\b|NEIN\\b)[A-ZÄÖÜ]{2,}(?:-Fraktion)?|AfD|Grünen?|Linken?|Volt|Fraktion\\s+\\S+|Wähler|Piraten"
          + "|pro\\s+\\p{Lu}\\p{L}+)"
          + "\\s*[:(]?\\s*\\d{1,3}\\s+(?i:Ja|Nein|Enth|dafür|dagegen)");
  private static final Pattern TOTAL = Pattern.compile("\\b(?:insgesamt|gesamt|summe)\\b", FLAGS);
  private static final Pattern WITHOUT_BOTH = Pattern.compile(
      "\\b(?:ohne|keine)\\s+(?:gegenstimmen?|enthaltung(?:en)?)\\s*(?:und|oder|sowie|bzw\\.|/)\\s*"
          + "(?:gegenstimmen?|(?:stimm(?:en)?)?enthaltung(?:en)?)\\b", FLAGS);
  private static final Pattern WITH_COLON = Pattern.compile(LABEL + "\\s*[:=]\\s*(?<number>" + NUMBER + ")", FLAGS);
  private static final Pattern LABEL_FIRST = Pattern.compile(LABEL + "\\s+(?<number>" + STRICT + ")", FLAGS);
  private static final Pattern NUMBER_FIRST =
      Pattern.compile("(?<number>" + NUMBER + ")\\s*(?:x\\s*|mal\\s+|gültigen?\\s+)?" + LABEL, FLAGS);
  private static final Pattern LETTERS =
      Pattern.compile("\\bJ\\s*[:=]?\\s*(\\d{1,3})\\W+N\\s*[:=]?\\s*(\\d{1,3})(?:\\W+E\\s*[:=]?\\s*(\\d{1,3}))?\\b");
  private static final Pattern LETTERS_AFTER =
      Pattern.compile("\\b(\\d{1,3})\\s*J\\b\\W*(\\d{1,3})\\s*N\\b(?:\\W*(\\d{1,3})\\s*E\\b)?");
  private static final Pattern PRESENT = Pattern.compile(
      "\\b(?:anwesende?|stimmberechtigte?|befangen|ungültige?|mitwirkungsverbote?)\\s*[:=]?\\s*\\d{1,3}\\b", FLAGS);
  private static final Pattern FOR_AND_AGAINST_FIRST = Pattern.compile("(?<!\\d )\\bfür\\s*[:=]?\\s*(?<yes>\\d{1,3})"
      + "\\s*[,;/|]?\\s*gegen\\s*[:=]?\\s*(?<no>\\d{1,3})\\b", FLAGS);
  private static final Pattern FOR_AND_AGAINST = Pattern.compile(
      "(?<yes>" + NUMBER + ")\\s+(?:stimmen?\\s+)?für\\b[^;\\n]{0,40}?"
          + "(?<no>" + NUMBER + ")\\s+(?:stimmen?\\s+)?gegen\\b", FLAGS);
  private static final Pattern ONE_TO_OTHER = Pattern.compile("(?<with>\\bmit\\s+)?(?<one>" + NUMBER
      + ")\\s*(?:ja-?)?(?:stimmen?\\s+)?(?:gegen|zu)\\s+(?<other>" + NUMBER + ")\\s+(?:nein-?)?stimmen?\\b", FLAGS);
  private static final Pattern AGAINST_EACH_OTHER = Pattern.compile("(?<with>\\bmit\\s+)?\\b(?<one>\\d{1,3})"
      + "\\s+gegen\\s+(?<other>\\d{1,3})\\b(?!\\s*[\\d.:/])", FLAGS);
  private static final Pattern SCORE = Pattern.compile("(?<with>\\bmit\\s+)?(?<![\\d:./-])(?<one>\\d{1,3})\\s?:\\s?"
      + "(?<other>0|[1-9]\\d{0,2})(?:\\s?:\\s?(?<third>\\d{1,3}))?(?![\\d:./-]*\\d)(?!\\s*uhr)", FLAGS);
  private static final Pattern TRIPLE =
      Pattern.compile("(?<![\\d/.-]|[\\p{L}][/-])(\\d{1,3})\\h?([-–/])\\h?(\\d{1,3})\\h?\\2\\h?(\\d{1,3})"
          + "(?!\\h?[\\d/–-]|\\.\\d)");
  private static final Pattern WITH_VOTES =
      Pattern.compile("\\bmit\\s+(?<number>" + NUMBER + ")\\s+stimmen?\\b", FLAGS);
  private static final Pattern AGAINST_VOTES =
      Pattern.compile("\\bgegen\\s+(?<number>" + NUMBER + ")\\s+stimmen?\\b", FLAGS);
  private static final Pattern REJECTED_WORD = Pattern.compile("abgelehnt|ablehnung|\\blehnt\\b", FLAGS);

  static VoteCounts of(String text) {
    Matcher total = TOTAL.matcher(text);
    boolean hasTotal = total.find();
    if (GROUP_TABLE.matcher(text).find() && !hasTotal) {
      return new VoteCounts(null, null, null, true, blank(text, labelled(text)));
    }
    String totals = hasTotal ? text.substring(total.start()) : "";
    return new Reader(labelled(totals).size() > 1 ? totals : text).read();
  }

  private static List<int[]> labelled(String text) {
    List<int[]> spans = new ArrayList<>();
    for (Pattern pattern : List.of(WITH_COLON, LABEL_FIRST, NUMBER_FIRST)) {
      for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
        spans.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    return spans;
  }

  private static String blank(String text, List<int[]> spans) {
    StringBuilder rest = new StringBuilder(text);
    spans.forEach(span -> rest.replace(span[0], span[1], " ".repeat(span[1] - span[0])));
    return rest.toString();
  }

  /** Reads one text from the most explicit form to the least; what was read is blanked out. */
  private static final class Reader {

    private final Map<Side, Integer> counts = new EnumMap<>(Side.class);
    private final Set<Side> ambiguous = EnumSet.noneOf(Side.class);
    private String text;

    Reader(String text) {
      this.text = text;
    }

    VoteCounts read() {
      boolean rejected = REJECTED_WORD.matcher(text).find();
      each(WITHOUT_BOTH, matcher -> {
        put(Side.NO, 0);
        put(Side.ABSTENTION, 0);
      });
      each(PRESENT, matcher -> { });
      each(WITH_COLON, this::putLabelled);
      boolean labelFirst = start(LABEL_FIRST) < start(NUMBER_FIRST);
      each(labelFirst ? LABEL_FIRST : NUMBER_FIRST, this::putLabelled);
      each(labelFirst ? NUMBER_FIRST : LABEL_FIRST, this::putLabelled);
      each(LETTERS, matcher -> putAll(matcher.group(1), matcher.group(2), matcher.group(3)));
      each(LETTERS_AFTER, matcher -> putAll(matcher.group(1), matcher.group(2), matcher.group(3)));
      each(FOR_AND_AGAINST_FIRST, matcher -> putAll(matcher.group("yes"), matcher.group("no"), null));
      each(FOR_AND_AGAINST, matcher -> putAll(matcher.group("yes"), matcher.group("no"), null));
      each(ONE_TO_OTHER, matcher -> putMajority(matcher, rejected, null));
      each(AGAINST_EACH_OTHER, matcher -> putMajority(matcher, rejected, null));
      each(SCORE, matcher -> putMajority(matcher, rejected, matcher.group("third")));
      each(TRIPLE, matcher -> putAll(matcher.group(1), matcher.group(3), matcher.group(4)));
      each(AGAINST_VOTES, matcher -> put(rejected ? Side.YES : Side.NO, GermanNumbers.parse(matcher.group("number"))));
      each(WITH_VOTES, matcher -> put(rejected ? Side.NO : Side.YES, GermanNumbers.parse(matcher.group("number"))));
      if (noVotes()) {
        counts.clear();
      }
      boolean printed = !counts.isEmpty();
      ambiguous.forEach(counts::remove);
      return new VoteCounts(counts.get(Side.YES), counts.get(Side.NO), counts.get(Side.ABSTENTION), printed, text);
    }

    /** The fields of a form that nobody filled in, as of a matter that was not voted on. */
    private boolean noVotes() {
      return counts.containsKey(Side.YES) && counts.containsKey(Side.NO)
          && counts.values().stream().allMatch(count -> count == 0);
    }

    private int start(Pattern pattern) {
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private void each(Pattern pattern, Consumer<Matcher> action) {
      List<int[]> spans = new ArrayList<>();
      for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
        action.accept(matcher);
        spans.add(new int[] {matcher.start(), matcher.end()});
      }
      text = blank(text, spans);
    }

    private void putLabelled(Matcher matcher) {
      int number = GermanNumbers.parse(matcher.group("number"));
      put(matcher.group("yes") != null ? Side.YES : matcher.group("no") != null ? Side.NO : Side.ABSTENTION, number);
    }

    private void putAll(String yes, String no, String abstentions) {
      if (counts.containsKey(Side.YES) || counts.containsKey(Side.NO)) {
        return;
      }
      put(Side.YES, GermanNumbers.parse(yes));
      put(Side.NO, GermanNumbers.parse(no));
      if (abstentions != null) {
        put(Side.ABSTENTION, GermanNumbers.parse(abstentions));
      }
    }

    /** "Mit 9 zu 7 Stimmen abgelehnt" names the majority first: nine were against. */
    private void putMajority(Matcher matcher, boolean rejected, String abstentions) {
      String one = matcher.group("one");
      String other = matcher.group("other");
      boolean majorityFirst = rejected && matcher.group("with") != null
          && GermanNumbers.parse(one) > GermanNumbers.parse(other);
      putAll(majorityFirst ? other : one, majorityFirst ? one : other, abstentions);
    }

    /** Two different counts for the same side are counts of groups or of several votes: neither is the count. */
    private void put(Side side, int number) {
      Integer before = counts.putIfAbsent(side, number);
      if (before != null && before != number) {
        ambiguous.add(side);
      }
    }
  }
}

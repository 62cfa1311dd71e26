package de.gremienlauf.meeting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads votes as German minutes print them. It never throws, never adds up and never infers a number; a text that does
 * not say how was voted gives nothing.
 *
 * <p>Of several votes in one text the one on the paper itself counts, not that on an amendment, on the urgency or on a
 * single point. If only single points were voted on, the paper passed with any of them. Where words and counts
 * disagree, the counts win.
 */
public final class VoteParser {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final String SIDE_WORDS = "(?:änderungs|ergänzungs|ersetzungs|zusatz|vertagungs|verweisungs"
      + "|geschäftsordnungs|gegen|alternativ)antr|dringlichkeit(?!santr|sentsch)|\\bvertagung\\b"
      + "|\\b(?:punkte?|ziffern?|ziff|nr)\\b|\\brederecht\\b|tagesordnung\\b|\\bzuvor\\b";
  private static final String MAIN_WORDS = "\\b(?:\\p{L}*vorlage|hauptantrag|ursprungsantrag|gesamtabstimmung|insgesamt"
      + "|beschlussvorschlag|verwaltungsvorschlag|beschlussentwurf|gesamtantrag)\\b";
  private static final String NUMBERED = "^(?:zu\\s+)?(?:\\d{1,2}[.)]{1,2}\\s+(?!\\d{1,2}\\.)|\\d{1,2}:\\s+(?!\\d)"
      + "|[ivx]{1,4}[.):]{1,2}\\s+|[a-h]\\)\\s+)|^zu\\s+\\d";
  private static final Pattern SIDE = Pattern.compile(SIDE_WORDS + "|" + NUMBERED, FLAGS);
  private static final Pattern POINT = Pattern.compile("(?:^(?:zu\\s+)?(?:\\p{L}+\\s+)?(?:punkte?|ziffern?|ziff|nr)\\b|"
      + NUMBERED + ")(?!.*antr)", FLAGS);
  private static final Pattern SIDE_WORD = Pattern.compile(SIDE_WORDS, FLAGS);
  private static final Pattern MAIN = Pattern.compile(MAIN_WORDS, FLAGS);
  private static final Pattern OTHER_MOTION = Pattern.compile("^(?:abstimmung über\\s+)?(?:(?:der|die|den)\\s+)?"
      + "(?:\\p{L}+ende[rn]?\\s+)?antr(?:ag|äge)\\b", FLAGS);
  private static final String NEXT_VOTE = "(?=(?:(?:der|die|dem|den|zum|zur|über)\\s+)*(?:\\p{L}+\\s+)?(?:"
      + SIDE_WORDS + "|" + MAIN_WORDS + "))";
  /** In the line below "dafür: 11" the same vote goes on. */
  private static final String SAME_VOTE =
      "(?!(?:dagegen|nein(?:-?stimmen)?|gegenstimmen?|(?:stimm(?:en)?)?enth(?:altung(?:en)?)?\\.?)\\s*[:=]?\\s*\\d)";
  private static final Pattern SEGMENT = Pattern.compile("\\s*[;\\n\\r]+\\s*+" + SAME_VOTE
      + "|\\.\\s+(?=zuvor\\b)|(?<=\\p{L}{5}|\\))\\.\\s+(?-i:(?=[\\p{Lu}\\d]))|(?<= \\d{1,3})\\.\\s+" + NEXT_VOTE
      + "|\\s*,\\s*" + NEXT_VOTE + "|\\s+und\\s+" + NEXT_VOTE, FLAGS);

  private static final Pattern UNANIMOUS =
      Pattern.compile("(?<!nicht )einstimmig|einhellig|einmütig|\\b(?:ohne|keine) gegenstimmen?\\b", FLAGS);
  private static final Pattern MAJORITY = Pattern.compile(
      "mehrheitlich|\\bknapp|nicht einstimmig|\\bgegen (?:\\S+ )?stimmen?\\b"
          + "|(?:mit|bei|durch) (?:\\p{L}+ )?(?:stimmen)?mehrheit|^(?:stimmen)?mehrheit\\b", FLAGS);
  private static final Pattern TIE = Pattern.compile("stimmengleichheit|\\bpatt\\b", FLAGS);
  private static final Pattern OBJECTION = Pattern.compile("gegenstimme", FLAGS);
  private static final Pattern REJECTING = Pattern.compile("abgelehnt|\\blehn(?:t|en|te|ten)\\b[^;]{0,300}?\\bab\\b"
      + "|(?<!bei )\\bablehnung\\b(?!\\s*:)|\\bdagegen\\b(?!\\s*:)"
      + "|nicht (?:mehrheitlich )?(?:zugestimmt|beschlossen|angenommen|empfohlen|gefolgt|entsprochen)"
      + "|keine (?:\\p{L}+ )?mehrheit|verworfen", FLAGS);
  private static final Pattern ACCEPTING = Pattern.compile("zugestimmt|beschlossen|empfohlen|angenommen"
      + "|\\bdafür\\b(?!\\s*:)|\\bzustimmung\\b(?!\\s*:)|\\bannahme\\b|befürwortet|genehmigt|gewählt"
      + "|beschluss(?!empfehlung|vorschlag|entwurf|vorlage)|empfiehlt|erweitert|geändert", FLAGS);
  private static final Pattern DISPOSING = Pattern.compile(
      "zurückgestellt|vertagt|verwiesen|überwiesen|abgesetzt|kenntnis|erledigt|ohne votum|weitergeleitet", FLAGS);
  private static final Pattern NAMED_IN_FAVOUR =
      Pattern.compile("\\b(?:zustimmung(?:en)?|ja(?:-?stimmen?)?|dafür)\\s*:\\s*(?-i:(?=\\p{Lu}))", FLAGS);
  private static final Pattern MOTION_TO_REJECT =
      Pattern.compile("\\bablehnung\\b|abzulehnen|nicht (?:gefolgt|entsprochen)", FLAGS);

  private VoteParser() {
  }

  /**
   * Reads the vote from its own text or, if that says nothing, from the result.
   *
   * @param vote the printed vote, or null
   * @param printedResult the printed result, or null
   * @return nothing if neither text says how was voted
   */
  public static Optional<Vote> parse(String vote, String printedResult) {
    return parse(vote, printedResult, null);
  }

  /**
   * The same, where something else says how it ended.
   *
   * @param otherwise the outcome if neither text says one, as in "gegen die Stimmen der X"; null to take it for passed
   */
  static Optional<Vote> parse(String vote, String printedResult, VoteOutcome otherwise) {
    Parts result = Parts.of(clean(printedResult));
    VoteOutcome inWords = result.outcomeInWords();
    VoteOutcome ofResult = inWords == null ? otherwise : inWords;
    Reading reading = Parts.of(clean(vote)).reading(ofResult);
    if (reading.saysHow() || reading.words() != null) {
      return Optional.of(reading.toVote(ofResult, UNANIMOUS.matcher(result.text()).find()));
    }
    Reading fallback = result.reading(otherwise);
    return fallback.saysHow() ? Optional.of(fallback.toVote(otherwise, false)) : Optional.empty();
  }

  /** What a result says of how it ended; null if it does not. */
  static VoteOutcome outcomeOf(String printedResult) {
    return Parts.of(clean(printedResult)).outcomeInWords();
  }

  /** Whether the text tells of nothing but other votes, as on the urgency, a postponement or an amendment. */
  public static boolean isAside(String vote) {
    Parts parts = Parts.of(clean(vote));
    return parts.onThePaper == null && parts.points.isEmpty();
  }

  /**
   * Whether the text names who was on either side, or gives the counts of single groups only, but neither the counts of
   * the body nor which side was the larger one.
   */
  public static boolean isUndecided(String vote) {
    String text = Parts.of(clean(vote)).text();
    Reading reading = Reading.of(text);
    boolean bothSides = NAMED_IN_FAVOUR.matcher(text).find() && !reading.names.against().isEmpty();
    return (bothSides || reading.counts.printed()) && reading.counts.yes() == null && reading.counts.no() == null
        && reading.words == null && !reading.unanimousInWords && !reading.majorityInWords && !reading.tie;
  }

  /**
   * Whether the printed result says the opposite of the vote, as in "mehrheitlich beschlossen" with one for and nine
   * against. A passed vote to postpone, or to recommend a rejection, is none.
   */
  public static boolean contradicts(String result, Vote vote) {
    Parts parts = Parts.of(clean(result));
    String text = VoteCounts.of(parts.text()).rest();
    if (vote == null || MOTION_TO_REJECT.matcher(text).find()) {
      return false;
    }
    if (parts.points.size() > 1) {
      return vote.outcome() != parts.outcomeInWords();
    }
    if (REJECTING.matcher(text).find() || TIE.matcher(text).find()) {
      return vote.outcome() == VoteOutcome.ACCEPTED;
    }
    boolean accepted = ACCEPTING.matcher(text).find() && !DISPOSING.matcher(text).find();
    return accepted && vote.outcome() == VoteOutcome.REJECTED;
  }

  private static String clean(String text) {
    return text == null ? "" : VoteForm.flatten(Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\u00AD\\u200B]", "").replaceAll("\\h+", " ").strip());
  }

  private static boolean startsWithSide(String segment) {
    var side = SIDE_WORD.matcher(segment);
    var main = MAIN.matcher(segment);
    return side.find() && main.find() && side.start() < main.start();
  }

  private static VoteOutcome outcomeInWords(String text) {
    if (REJECTING.matcher(text).find() || TIE.matcher(text).find()) {
      return VoteOutcome.REJECTED;
    }
    if (text.contains("abzulehnen")) {
      return null;
    }
    return ACCEPTING.matcher(text).find() || DISPOSING.matcher(text).find() ? VoteOutcome.ACCEPTED : null;
  }

  /**
   * What a text tells of which vote.
   *
   * @param onThePaper the parts that tell of the vote on the paper as a whole; null if there are only others
   * @param points what it tells of single points if it tells nothing of the whole
   */
  private record Parts(String whole, String onThePaper, List<Reading> points) {

    static Parts of(String text) {
      List<String> plain = new ArrayList<>();
      List<String> main = new ArrayList<>();
      List<String> motions = new ArrayList<>();
      List<Reading> points = new ArrayList<>();
      boolean side = false;
      List<String> current = plain;
      for (String segment : SEGMENT.split(text)) {
        if (MAIN.matcher(segment).find() && !startsWithSide(segment)) {
          current = main;
        } else if (SIDE.matcher(segment).find()) {
          side = true;
          current = plain;
          Reading point = Reading.of(segment);
          if (POINT.matcher(segment).find() && point.saysSomething()) {
            points.add(point);
          }
          continue;
        } else if (OTHER_MOTION.matcher(segment).find()) {
          current = motions;
        }
        current.add(segment);
      }
      if (!side && motions.isEmpty()) {
        return new Parts(text, text, List.of());
      }
      for (List<String> parts : List.of(main, plain, motions)) {
        String chosen = String.join("; ", parts);
        if (Reading.of(chosen).saysSomething()) {
          return new Parts(text, chosen, List.of());
        }
      }
      return new Parts(text, side ? null : text, points);
    }

    String text() {
      return onThePaper == null ? whole : onThePaper;
    }

    VoteOutcome outcomeInWords() {
      return points.size() > 1 ? reading(null).words() : VoteParser.outcomeInWords(text());
    }

    Reading reading(VoteOutcome ofResult) {
      return points.size() > 1 ? Reading.of(points, ofResult) : Reading.of(text());
    }
  }

  /** What one text says. */
  private record Reading(VoteCounts counts, VoteNames names, boolean unanimousInWords, boolean majorityInWords,
      boolean tie, boolean objection, VoteOutcome words) {

    static Reading of(String text) {
      VoteCounts counts = VoteCounts.of(text);
      return new Reading(counts, VoteNames.of(text), UNANIMOUS.matcher(text).find(), MAJORITY.matcher(text).find(),
          TIE.matcher(text).find(), OBJECTION.matcher(text).find(), outcomeInWords(counts.rest()));
    }

    /** The paper passed with any of its points; beyond that counts what is the same for all of them. */
    static Reading of(List<Reading> points, VoteOutcome ofResult) {
      Reading first = points.get(0);
      boolean sameCounts = points.stream().allMatch(point -> Objects.equals(point.counts.yes(), first.counts.yes())
          && Objects.equals(point.counts.no(), first.counts.no())
          && Objects.equals(point.counts.abstentions(), first.counts.abstentions()));
      boolean sameNames = points.stream().allMatch(point -> point.names.equals(first.names));
      return new Reading(sameCounts ? first.counts : new VoteCounts(null, null, null, true, ""),
          sameNames ? first.names : VoteNames.of(""),
          points.stream().allMatch(point -> Boolean.TRUE.equals(point.unanimous())),
          points.stream().anyMatch(point -> Boolean.FALSE.equals(point.unanimous())), false, false,
          points.stream().anyMatch(point -> point.outcome(ofResult) == VoteOutcome.ACCEPTED) ? VoteOutcome.ACCEPTED
              : VoteOutcome.REJECTED);
    }

    boolean saysHow() {
      return unanimousInWords || majorityInWords || tie || counts.printed() || !names.against().isEmpty()
          || !names.abstaining().isEmpty();
    }

    boolean saysSomething() {
      return saysHow() || words != null;
    }

    Vote toVote(VoteOutcome ofResult, boolean unanimousInResult) {
      VoteOutcome outcome = outcome(ofResult);
      boolean somebodyAgainst = outcome == VoteOutcome.ACCEPTED && counts.no() != null && counts.no() > 0;
      Boolean unanimous = unanimousInWords && somebodyAgainst ? Boolean.FALSE : unanimous();
      return new Vote(outcome, unanimous == null && unanimousInResult ? Boolean.TRUE : unanimous, counts.yes(),
          counts.no(), counts.abstentions(), names.against(), names.abstaining());
    }

    private VoteOutcome outcome(VoteOutcome ofResult) {
      if (counts.yes() != null && counts.no() != null) {
        return counts.yes() > counts.no() ? VoteOutcome.ACCEPTED : VoteOutcome.REJECTED;
      }
      if (words != null) {
        return words;
      }
      if (counts.yes() != null) {
        return counts.yes() > 0 ? VoteOutcome.ACCEPTED : VoteOutcome.REJECTED;
      }
      if (ofResult != null) {
        return ofResult;
      }
      boolean onlyAgainst = counts.no() != null && counts.no() > 0 && !objection
          && !unanimousInWords && !majorityInWords;
      return onlyAgainst ? VoteOutcome.REJECTED : VoteOutcome.ACCEPTED;
    }

    private Boolean unanimous() {
      boolean bothSides = counts.yes() != null && counts.no() != null && counts.yes() > 0 && counts.no() > 0;
      if (bothSides || majorityInWords || !names.against().isEmpty()) {
        return false;
      }
      boolean oneSide = counts.yes() != null && counts.no() != null && (counts.yes() == 0 || counts.no() == 0)
          && counts.yes() + counts.no() > 0;
      return unanimousInWords || oneSide ? true : null;
    }
  }
}

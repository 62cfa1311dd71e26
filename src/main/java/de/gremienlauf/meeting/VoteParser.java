package de.gremienlauf.meeting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads votes as German minutes print them. It never throws, never adds up and never infers a number; a text that does
 * not say how was voted gives nothing.
 *
 * <p>Of several votes in one text the one on the paper itself counts, not that on an amendment, on the urgency or on a
 * single point. Where words and counts disagree, the counts win.
 */
public final class VoteParser {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final String SIDE_WORDS = "(?:änderungs|ergänzungs|ersetzungs|zusatz|vertagungs|verweisungs"
      + "|geschäftsordnungs|gegen|alternativ)antr|dringlichkeit(?!santr|sentsch)|\\bvertagung\\b"
      + "|\\b(?:punkte?|ziffern?|ziff|nr)\\b|\\brederecht\\b|tagesordnung\\b";
  private static final String MAIN_WORDS = "\\b(?:\\p{L}*vorlage|hauptantrag|ursprungsantrag|gesamtabstimmung|insgesamt"
      + "|beschlussvorschlag|beschlussentwurf|gesamtantrag)\\b";
  private static final Pattern SIDE =
      Pattern.compile(SIDE_WORDS + "|^(?:zu\\s+)?(?:\\d{1,2}|[ivx]{1,4})[.):]\\s+(?!\\d)|^zu\\s+\\d", FLAGS);
  private static final Pattern SIDE_WORD = Pattern.compile(SIDE_WORDS, FLAGS);
  private static final Pattern MAIN = Pattern.compile(MAIN_WORDS, FLAGS);
  private static final String NEXT_VOTE = "(?=(?:(?:der|die|dem|den|zum|zur|über)\\s+)*(?:\\p{L}+\\s+)?(?:"
      + SIDE_WORDS + "|" + MAIN_WORDS + "))";
  private static final Pattern SEGMENT = Pattern.compile("\\s*[;\\n\\r]+\\s*"
      + "|(?<=\\p{L}{5})\\.\\s+(?-i:(?=[\\p{Lu}\\d]))|(?<= \\d{1,3})\\.\\s+" + NEXT_VOTE
      + "|\\s*,\\s*" + NEXT_VOTE + "|\\s+und\\s+" + NEXT_VOTE, FLAGS);

  private static final Pattern UNANIMOUS =
      Pattern.compile("(?<!nicht )einstimmig|einhellig|einmütig|\\b(?:ohne|keine) gegenstimmen?\\b", FLAGS);
  private static final Pattern MAJORITY = Pattern.compile(
      "mehrheitlich|\\bknapp|nicht einstimmig|\\bgegen (?:\\S+ )?stimmen?\\b"
          + "|(?:mit|bei) (?:\\p{L}+ )?(?:stimmen)?mehrheit", FLAGS);
  private static final Pattern TIE = Pattern.compile("stimmengleichheit|\\bpatt\\b", FLAGS);
  private static final Pattern OBJECTION = Pattern.compile("gegenstimme", FLAGS);
  private static final Pattern REJECTING = Pattern.compile("abgelehnt"
      + "|(?<!bei )\\bablehnung\\b(?!\\s*:)|\\bdagegen\\b(?!\\s*:)"
      + "|nicht (?:mehrheitlich )?(?:zugestimmt|beschlossen|angenommen|empfohlen|gefolgt|entsprochen)"
      + "|keine (?:\\p{L}+ )?mehrheit|verworfen", FLAGS);
  private static final Pattern ACCEPTING = Pattern.compile("zugestimmt|beschlossen|empfohlen|angenommen"
      + "|\\bdafür\\b(?!\\s*:)|\\bzustimmung\\b(?!\\s*:)|\\bannahme\\b|befürwortet|genehmigt|gewählt"
      + "|beschluss|empfiehlt|erweitert|geändert", FLAGS);
  private static final Pattern DISPOSING = Pattern.compile(
      "zurückgestellt|vertagt|verwiesen|überwiesen|abgesetzt|kenntnis|erledigt|ohne votum|weitergeleitet", FLAGS);
  private static final Pattern MOTION_TO_REJECT = Pattern.compile("\\bablehnung\\b|abzulehnen", FLAGS);

  private VoteParser() {
  }

  /**
   * Reads the vote from its own text or, if that says nothing, from the result.
   *
   * @param vote the printed vote, or null
   * @param result the printed result, or null
   * @return nothing if neither text says how was voted
   */
  public static Optional<Vote> parse(String vote, String result) {
    String ownText = onThePaper(clean(vote));
    String resultText = onThePaper(clean(result));
    Reading reading = Reading.of(ownText);
    if (reading.saysHow() || reading.words() != null) {
      return Optional.of(reading.toVote(outcomeInWords(resultText)));
    }
    Reading fallback = Reading.of(resultText);
    return fallback.saysHow() ? Optional.of(fallback.toVote(null)) : Optional.empty();
  }

  /**
   * Whether the printed result says the opposite of the vote, as in "mehrheitlich beschlossen" with one for and nine
   * against. A passed vote to postpone, or to recommend a rejection, is none.
   */
  public static boolean contradicts(String result, Vote vote) {
    String text = onThePaper(clean(result));
    if (vote == null || MOTION_TO_REJECT.matcher(text).find()) {
      return false;
    }
    if (REJECTING.matcher(text).find() || TIE.matcher(text).find()) {
      return vote.outcome() == VoteOutcome.ACCEPTED;
    }
    boolean accepted = ACCEPTING.matcher(text).find() && !DISPOSING.matcher(text).find();
    return accepted && vote.outcome() == VoteOutcome.REJECTED;
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\u00AD\\u200B]", "")
        .replaceAll("\\h+", " ").strip();
  }

  /** The parts of the text that tell of the vote on the paper itself. */
  private static String onThePaper(String text) {
    List<String> plain = new ArrayList<>();
    List<String> main = new ArrayList<>();
    boolean side = false;
    List<String> current = plain;
    for (String segment : SEGMENT.split(text)) {
      if (MAIN.matcher(segment).find() && !startsWithSide(segment)) {
        current = main;
      } else if (SIDE.matcher(segment).find()) {
        side = true;
        current = plain;
        continue;
      }
      current.add(segment);
    }
    for (List<String> parts : List.of(main, plain)) {
      String chosen = String.join("; ", parts);
      if (side && Reading.of(chosen).saysSomething()) {
        return chosen;
      }
    }
    return text;
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
    return ACCEPTING.matcher(text).find() || DISPOSING.matcher(text).find() ? VoteOutcome.ACCEPTED : null;
  }

  /** What one text says. */
  private record Reading(VoteCounts counts, VoteNames names, boolean unanimousInWords, boolean majorityInWords,
      boolean tie, boolean objection, VoteOutcome words) {

    static Reading of(String text) {
      VoteCounts counts = VoteCounts.of(text);
      return new Reading(counts, VoteNames.of(text), UNANIMOUS.matcher(text).find(), MAJORITY.matcher(text).find(),
          TIE.matcher(text).find(), OBJECTION.matcher(text).find(), outcomeInWords(counts.rest()));
    }

    boolean saysHow() {
      return unanimousInWords || majorityInWords || tie || counts.printed() || !names.against().isEmpty()
          || !names.abstaining().isEmpty();
    }

    boolean saysSomething() {
      return saysHow() || words != null;
    }

    Vote toVote(VoteOutcome ofResult) {
      return new Vote(outcome(ofResult), unanimous(), counts.yes(), counts.no(), counts.abstentions(), names.against(),
          names.abstaining());
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

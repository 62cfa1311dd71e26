package de.gremienlauf.meeting;

import de.gremienlauf.engine.Phrases;
import java.util.regex.Pattern;

/**
 * A printed result as the decision table {@code result-phrase} reads it: in one spelling, and without what it says of
 * other motions. The table looks for words; in "Änderungsantrag abgelehnt, Vorlage beschlossen" it would find two votes
 * and could not tell which one is on the paper.
 */
public final class ResultPhrase {

  private static final String PASSED = "beschlossen|zugestimmt|angenommen";
  private static final String RECOMMENDED = PASSED + "|empfohlen";
  private static final String SETTLED = "erledigt|gegenstandslos|hinfällig";
  private static final String FALLEN = "abgelehnt|zurückgezogen";

  /** What is said of one motion ends with a semicolon at the latest. */
  private static final String SAME_PART = "[^;]*?";
  private static final String A_MOTION = "\\bantr";

  /** Motions that are never the paper itself. */
  private static final String SIDE_MOTION =
      "(?<!annahme (?:des|eines|der) |zum |durch (?:den|einen) )"
      + "(?:änderungs|ergänzungs|ersetzungs|zusatz|gegen|vertagungs|geschäftsordnungs)antr";
  /** As long as nothing is said of the paper or of a motion that passed. */
  private static final String NOTHING_ELSE = "(?:(?!vorlage|" + PASSED + ")[^;])*?";
  private static final Pattern SIDE_MOTION_FELL =
      Pattern.compile(SIDE_MOTION + NOTHING_ELSE + "(?:" + FALLEN + "|erledigt|keine mehrheit)");

  /** "ungeändert beschlossen, damit ist der Antrag der SPD erledigt"; but who decides to settle it has settled it. */
  private static final String MOTION_SETTLED_BY_THE_RESULT =
      "(?<=" + RECOMMENDED + "|abgelehnt|kenntnis genommen)\\)? ?(?:[;,(]|\\. |und |damit )"
          + firstMotion() + SAME_PART + "(?:erledigt(?! (?:zu )?erklär)|gegenstandslos|hinfällig)\\)?";
  /** "ungeändert beschlossen; Antrag der SPD abgelehnt" */
  private static final String MOTION_FELL_AFTER_THE_RESULT =
      "(?<=" + RECOMMENDED + ")\\)? ?[;(]" + firstMotion() + SAME_PART + "(?:" + FALLEN + ")\\)?";
  private static final String PAPER = "(?:geändert|verändert|vorlage)";
  /** "Vorlage ungeändert beschlossen", in one breath: where something was left out two spaces interrupt it. */
  private static final String RESULT_ON_THE_PAPER = "(?:.*  )?(?>(?:(?!  |" + PAPER + ").)*" + PAPER
      + ")(?:(?!  )[\\S ])*? (?:" + RECOMMENDED + "|abgelehnt)";
  /** "Antrag der SPD abgelehnt; Vorlage ungeändert beschlossen" */
  private static final String MOTION_FELL_BEFORE_THE_RESULT =
      A_MOTION + SAME_PART + "(?:" + SETTLED + "|" + FALLEN + ") ?;(?=" + RESULT_ON_THE_PAPER + ")";
  private static final Pattern MOTION_BESIDE_THE_RESULT = Pattern.compile(MOTION_SETTLED_BY_THE_RESULT + "|"
      + MOTION_FELL_AFTER_THE_RESULT + "|" + MOTION_FELL_BEFORE_THE_RESULT);

  private ResultPhrase() {
  }

  /** Atomic, as above: what does not follow the first follows no later one, so a long text is not tried for each. */
  private static String firstMotion() {
    return "(?>" + SAME_PART + A_MOTION + ")";
  }

  /**
   * Normalized as by {@link Phrases}, without what is said of other motions.
   *
   * @param printed as printed, or null
   * @return never null; empty for null and blank
   */
  public static String of(String printed) {
    String phrase = SIDE_MOTION_FELL.matcher(Phrases.normalize(printed)).replaceAll(" ");
    return MOTION_BESIDE_THE_RESULT.matcher(phrase).replaceAll(" ");
  }
}

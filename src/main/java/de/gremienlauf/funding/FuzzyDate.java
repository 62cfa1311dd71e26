package de.gremienlauf.funding;

import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Phrases;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as people say it, "voraussichtlich im Januar 2020", with the days between which it lies as far as the words
 * tell. Nothing is guessed: what is not understood has neither.
 *
 * @param earliest the first day that is meant; null if the words leave it open
 * @param latest the last day that is meant; null if the words leave it open
 */
public record FuzzyDate(String asSaid, LocalDate earliest, LocalDate latest) {

  private static final List<String> MONTHS = List.of("januar", "februar", "märz", "april", "mai", "juni", "juli",
      "august", "september", "oktober", "november", "dezember");
  private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);
  private static final Pattern FILLER = Pattern.compile("\\b(voraussichtlich|wahrscheinlich|vermutlich|geplant|ca\\."
      + "|circa|etwa|rund|im laufe|während|zum|zu|am|im|in|des|der|dem|den|jahr(?:es)?|monats?)(?=\\s|$)");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern NAMED_DAY = Pattern.compile("(\\d{1,2})\\. (\\p{L}+) (\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(?:(anfang|mitte|ende) )?(\\p{L}+?)s? (\\d{4})");
  private static final Pattern NUMBERED_MONTH = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
  private static final Pattern PART = Pattern.compile("(\\d|iv|i{1,3})\\.? ?(quartal|halbjahr) (\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?:(anfang|mitte|ende) )?(\\d{4})");
  private static final Pattern BETWEEN = Pattern.compile("(?:zwischen|von|vom) (.+?) (?:und|bis) (.+)");
  private static final Pattern FROM = Pattern.compile("(?:ab|seit|nach|frühestens) (.+)");
  private static final Pattern UNTIL = Pattern.compile("(?:bis|spätestens|vor) (.+)");

  /** Reads a time as it was said. */
  public static FuzzyDate read(String asSaid) {
    String text = Phrases.normalize(asSaid);
    FuzzyDate span = span(text.replaceAll("[,;()]", " ").replaceAll("\\s+", " ").strip());
    return new FuzzyDate(asSaid.strip(), span.earliest, span.latest);
  }

  private static FuzzyDate span(String text) {
    String said = text.replaceFirst("^(voraussichtlich|wahrscheinlich|vermutlich|geplant|erst) ", "");
    Matcher between = BETWEEN.matcher(said);
    if (between.matches()) {
      FuzzyDate first = point(between.group(1));
      FuzzyDate last = point(between.group(2));
      boolean ordered = first.earliest == null || last.latest == null || !first.earliest.isAfter(last.latest);
      return ordered ? new FuzzyDate(text, first.earliest, last.latest) : new FuzzyDate(text, null, null);
    }
    Matcher from = FROM.matcher(said);
    if (from.matches()) {
      FuzzyDate begin = point(from.group(1));
      boolean after = said.startsWith("nach");
      return new FuzzyDate(text, after ? plus(begin.latest, 1) : begin.earliest, null);
    }
    Matcher until = UNTIL.matcher(said);
    if (until.matches()) {
      FuzzyDate end = point(until.group(1));
      boolean before = said.startsWith("vor");
      return new FuzzyDate(text, null, before ? plus(end.earliest, -1) : end.latest);
    }
    return point(said);
  }

  private static LocalDate plus(LocalDate day, int days) {
    return day == null ? null : day.plusDays(days);
  }

  private static FuzzyDate point(String said) {
    String text = FILLER.matcher(said).replaceAll(" ").replaceAll("\\s+", " ").strip();
    Matcher part = PART.matcher(text);
    Matcher month = MONTH.matcher(text);
    Matcher numbered = NUMBERED_MONTH.matcher(text);
    Matcher year = YEAR.matcher(text);
    Matcher named = NAMED_DAY.matcher(text);
    if (DAY.matcher(text).matches()) {
      LocalDate day = GermanDate.parseOrNull(text);
      return new FuzzyDate(text, day, day);
    }
    if (named.matches() && MONTHS.contains(named.group(2))) {
      LocalDate day = GermanDate.parseOrNull(named.group(1) + "." + (MONTHS.indexOf(named.group(2)) + 1) + "."
          + named.group(3));
      return new FuzzyDate(text, day, day);
    }
    if (part.matches()) {
      int months = part.group(2).equals("quartal") ? 3 : 6;
      int number = ROMAN.containsKey(part.group(1)) ? ROMAN.get(part.group(1)) : Integer.parseInt(part.group(1));
      return number < 1 || number > 12 / months ? new FuzzyDate(text, null, null)
          : months(text, YearMonth.of(year(part.group(3)), (number - 1) * months + 1), months);
    }
    if (numbered.matches() && Integer.parseInt(numbered.group(1)) >= 1 && Integer.parseInt(numbered.group(1)) <= 12) {
      return months(text, YearMonth.of(year(numbered.group(2)), Integer.parseInt(numbered.group(1))), 1);
    }
    if (month.matches() && MONTHS.contains(month.group(2))) {
      return third(months(text, YearMonth.of(year(month.group(3)), MONTHS.indexOf(month.group(2)) + 1), 1),
          month.group(1), 10, 20);
    }
    if (year.matches()) {
      return partOfYear(text, year(year.group(2)), year.group(1));
    }
    return new FuzzyDate(text, null, null);
  }

  private static int year(String digits) {
    return Integer.parseInt(digits);
  }

  private static FuzzyDate months(String text, YearMonth first, int count) {
    return new FuzzyDate(text, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  /** Beginning, middle and end of a month are thirds of it. */
  private static FuzzyDate third(FuzzyDate month, String part, int first, int second) {
    if (part == null) {
      return month;
    }
    return switch (part.toLowerCase(Locale.GERMAN)) {
      case "anfang" -> new FuzzyDate(month.asSaid, month.earliest, month.earliest.withDayOfMonth(first));
      case "mitte" -> new FuzzyDate(month.asSaid, month.earliest.withDayOfMonth(first + 1),
          month.earliest.withDayOfMonth(second));
      default -> new FuzzyDate(month.asSaid, month.earliest.withDayOfMonth(second + 1), month.latest);
    };
  }

  /** Beginning, middle and end of a year are four months each. */
  private static FuzzyDate partOfYear(String text, int year, String part) {
    if (part == null) {
      return months(text, YearMonth.of(year, 1), 12);
    }
    return months(text, YearMonth.of(year, part.equals("anfang") ? 1 : part.equals("mitte") ? 5 : 9), 4);
  }
}

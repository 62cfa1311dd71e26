package de.gremienlauf.replay;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The day of a meeting as council systems print it: 14.01.2020, Di, 14.01.20, 16:30 Uhr, 14. Januar 2020,
 * 2020-01-14T16:30. One day may stand in it, whatever stands around.
 */
final class PrintedDay {

  private static final List<String> MONTHS = List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt",
      "nov", "dez");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.\\s?(" + String.join("|", MONTHS) + ")\\p{L}*\\.?\\s(\\d{4})(?!\\d)");
  private static final Pattern DATA = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern NO_DAY = Pattern.compile("(\\p{L}+\\.? )?\\d{4}|\\d{4}-\\d{2}");
  /** A year of two digits is of this century unless it would lie far ahead. */
  private static final int LAST_OF_THIS_CENTURY = 69;

  private PrintedDay() {
  }

  /** Whether only a year or a month is printed: the day is not known. */
  static boolean isMissing(String printed) {
    return NO_DAY.matcher(printed.strip()).matches();
  }

  /** The one day that is printed; null if there is none, more than one, or one that no calendar has. */
  static LocalDate parseOrNull(String printed) {
    String text = printed.toLowerCase(Locale.GERMAN);
    List<String> days = DATA.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
    NUMBERS.matcher(text).results().map(found -> day(found.group(1), found.group(2), found.group(3))).forEach(days::add);
    NAMED.matcher(text).results().map(found -> day(found.group(1),
        String.valueOf(MONTHS.indexOf(found.group(2)) + 1), found.group(3))).forEach(days::add);
    return days.size() == 1 ? GermanDate.parseOrNull(days.get(0)) : null;
  }

  private static String day(String day, String month, String year) {
    String century = year.length() == 4 ? "" : Integer.parseInt(year) > LAST_OF_THIS_CENTURY ? "19" : "20";
    return day + "." + month + "." + century + year;
  }
}

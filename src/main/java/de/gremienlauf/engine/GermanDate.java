package de.gremienlauf.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in a German office write them, 31.12.2026, and as data, 2026-12-31. */
public final class GermanDate {

  /** As a regular expression, what makes a day of the number and the point before it: "Februar", "2. 2026". */
  public static final String AFTER_DAY = "(?:(?:Jan(?:uar)?|Feb(?:ruar)?|März|Mrz|Apr(?:il)?|Mai|Juni?|Juli?"
      + "|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)(?![\\p{L}-])"
      + "|\\d{1,2}\\.\\s?(?:19|20)\\d{2})";
  private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter WITH_WEEKDAY = DateTimeFormatter.ofPattern("ccc dd.MM.yyyy", Locale.GERMAN);

  private GermanDate() {
  }

  /**
   * Reads a day between 1900 and 2200.
   *
   * @param label the field's name for the message
   * @throws BusinessException if the text is not a day of the calendar
   */
  public static LocalDate parse(String text, String label) {
    LocalDate day = parseOrNull(text);
    if (day == null) {
      throw new BusinessException("„" + label + "“ ist kein gültiges Datum: „" + abbreviated(text)
          + "“. Bitte als TT.MM.JJJJ angeben.");
    }
    return day;
  }

  /** Reads a day; null if the text is none. */
  public static LocalDate parseOrNull(String text) {
    Matcher german = GERMAN.matcher(text.strip());
    Matcher iso = ISO.matcher(text.strip());
    try {
      LocalDate day = german.matches() ? day(german.group(3), german.group(2), german.group(1))
          : iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : null;
      return day == null || day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  public static String print(LocalDate day) {
    return day == null ? "" : PRINTED.format(day);
  }

  /** The day with its weekday: Do 13.04.2017. */
  public static String printWithWeekday(LocalDate day) {
    return WITH_WEEKDAY.format(day);
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

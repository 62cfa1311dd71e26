package de.gremienlauf.replay;

import de.gremienlauf.engine.GermanDate;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that engine or tables hold about a story.
 *
 * @param where where it was read, e.g. a table and an id
 */
record StoryRow(String where, Map<String, Object> fields) {

  private static final String ANYTHING = "*";
  private static final Pattern PART = Pattern.compile("…(.+)…", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]+");

  StoryRow(String where, Map<String, Object> fields) {
    this.where = where;
    this.fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.fields.putAll(fields);
  }

  /** Whether all these properties are its own. */
  boolean is(Map<String, Object> expected) {
    return expected.entrySet().stream().allMatch(entry -> is(entry.getKey(), entry.getValue()));
  }

  /**
   * Whether it has a property: a day as 2017-04-10 or with its weekday as Mo 10.04.2017, a number of any scale, a star
   * for anything but nothing, a text between two ellipses for a part of the text.
   */
  private boolean is(String field, Object expected) {
    if (!fields.containsKey(field)) {
      throw new IllegalArgumentException("„" + field + "“ gibt es bei " + where + " nicht (vorhanden: "
          + String.join(", ", fields.keySet()) + ").");
    }
    Object found = fields.get(field);
    if (found == null || expected == null) {
      return found == expected;
    }
    if (ANYTHING.equals(expected)) {
      return true;
    }
    if (day(found) != null) {
      LocalDate day = day(found);
      return expected.equals(day.toString()) || expected.equals(GermanDate.printWithWeekday(day));
    }
    if (found instanceof Number && expected instanceof Number) {
      return new BigDecimal(found.toString()).compareTo(new BigDecimal(expected.toString())) == 0;
    }
    String text = plain(found);
    Matcher part = PART.matcher(expected.toString());
    return part.matches() ? text.contains(plain(part.group(1))) : text.equals(plain(expected));
  }

  private static LocalDate day(Object value) {
    return value instanceof LocalDate day ? day : value instanceof Date date ? date.toLocalDate()
        : value instanceof LocalDateTime time ? time.toLocalDate() : null;
  }

  private static String plain(Object value) {
    return SPACE.matcher(String.valueOf(value)).replaceAll(" ").strip();
  }

  /** What it says of these properties. */
  String print(Iterable<String> names) {
    Map<String, String> printed = new TreeMap<>();
    for (String name : names) {
      Object value = fields.get(name);
      String text = value == null ? "–" : day(value) == null ? plain(value) : day(value).toString();
      printed.put(name, text.length() <= 300 ? text : text.substring(0, 299) + "…");
    }
    return printed.entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}

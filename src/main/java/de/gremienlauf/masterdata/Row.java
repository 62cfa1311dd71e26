package de.gremienlauf.masterdata;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line of a CSV file. What is wrong with it is collected, with file and line, so that all errors show at once. */
final class Row {

  private final String file;
  private final long line;
  private final Map<String, String> values;
  private final List<String> errors;
  private boolean valid = true;

  Row(String file, long line, Map<String, String> values, List<String> errors) {
    this.file = file;
    this.line = line;
    this.values = values;
    this.errors = errors;
  }

  long line() {
    return line;
  }

  /** Whether nothing was wrong so far. */
  boolean valid() {
    return valid;
  }

  void refuse(String sentence) {
    valid = false;
    errors.add(file + ", Zeile " + line + ": " + sentence);
  }

  /** The text of a column; null if it is empty or the file does not have the column. */
  String text(String column, int maxLength) {
    String value = values.get(column);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > maxLength) {
      refuse("„" + column + "“ darf höchstens " + maxLength + " Zeichen haben.");
      return null;
    }
    return value;
  }

  String required(String column, int maxLength) {
    String value = values.get(column);
    if (value == null || value.isEmpty()) {
      refuse("„" + column + "“ fehlt.");
      return null;
    }
    return text(column, maxLength);
  }

  /** A day, 31.12.2026 or 2026-12-31; null if the column is empty. */
  LocalDate day(String column) {
    String value = text(column, 1000);
    if (value == null) {
      return null;
    }
    LocalDate day = GermanDate.parseOrNull(value);
    if (day == null) {
      refuse("„" + value + "“ ist kein gültiges Datum für „" + column + "“; erwartet wird TT.MM.JJJJ.");
    }
    return day;
  }

  /** Checks that a period does not end before it begins. */
  void checkPeriod(LocalDate start, LocalDate end) {
    if (start != null && end != null && end.isBefore(start)) {
      refuse("Das Ende " + GermanDate.print(end) + " liegt vor dem Beginn " + GermanDate.print(start) + ".");
    }
  }

  /** A whole number from 1 to 999; null if the column is empty. */
  Integer count(String column) {
    String value = text(column, 1000);
    if (value == null) {
      return null;
    }
    if (!value.matches("[1-9]\\d{0,2}")) {
      refuse("„" + value + "“ ist keine Anzahl für „" + column + "“; erwartet wird eine Zahl von 1 bis 999.");
      return null;
    }
    return Integer.valueOf(value);
  }

  /** A time of day, 15:30; null if the column is empty. */
  String time(String column) {
    String value = text(column, 1000);
    if (value != null && !value.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      refuse("„" + value + "“ ist keine Uhrzeit; erwartet wird HH:MM.");
      return null;
    }
    return value;
  }

  /** An address for mail; null if the column is empty. */
  String mailAddress(String column) {
    String value = text(column, 320);
    if (value != null && !value.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]+")) {
      refuse("„" + value + "“ ist keine E-Mail-Adresse.");
      return null;
    }
    return value;
  }

  boolean yesOrNo(String column) {
    String value = required(column, 1000);
    if (value != null && !value.toLowerCase(Locale.GERMAN).matches("ja|nein")) {
      refuse("„" + column + "“ ist „" + value + "“; erwartet wird ja oder nein.");
    }
    return "ja".equalsIgnoreCase(value);
  }
}

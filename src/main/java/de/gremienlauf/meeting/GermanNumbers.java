package de.gremienlauf.meeting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as minutes print them: digits, or words from "keine" to "neunundneunzig". */
final class GermanNumbers {

  private static final List<String> UNITS =
      List.of("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");
  private static final List<String> TEENS = List.of("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn",
      "sechzehn", "siebzehn", "achtzehn", "neunzehn");
  private static final List<String> TENS = List.of("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig",
      "achtzig", "neunzig");
  private static final Map<String, Integer> WORDS = words();

  /** A regular expression for one number, without capturing group. */
  static final String PATTERN = "(?:\\b\\d{1,3}\\b(?![.,]\\d)|\\b(?:" + WORDS.keySet().stream()
      .sorted(Comparator.comparing(String::length).reversed()).collect(Collectors.joining("|")) + ")\\b)";

  private GermanNumbers() {
  }

  /** The value of what {@link #PATTERN} matched. */
  static int parse(String number) {
    Integer word = WORDS.get(number.toLowerCase(Locale.GERMAN));
    return word != null ? word : Integer.parseInt(number);
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    List.of("kein", "keine", "keiner", "keinen", "keinerlei", "ohne", "null").forEach(word -> words.put(word, 0));
    List.of("ein", "eine", "einer", "einem", "einen", "eins").forEach(word -> words.put(word, 1));
    words.put("zweier", 2);
    words.put("dreier", 3);
    for (int unit = 2; unit <= 9; unit++) {
      words.put(UNITS.get(unit - 1), unit);
    }
    for (int teen = 0; teen < 10; teen++) {
      words.put(TEENS.get(teen), 10 + teen);
    }
    for (int ten = 2; ten <= 9; ten++) {
      words.put(TENS.get(ten - 2), 10 * ten);
      for (int unit = 1; unit <= 9; unit++) {
        words.put(UNITS.get(unit - 1) + "und" + TENS.get(ten - 2), 10 * ten + unit);
      }
    }
    return words;
  }
}

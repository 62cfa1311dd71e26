package de.gremienlauf.funding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts names and numbers into German sentences. */
final class GermanNames {

  private static final List<String> SMALL = List.of("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben",
      "acht", "neun", "zehn", "elf", "zwölf");

  /** Endings of the word that rules a name; the first that fits wins. */
  private static final List<Map.Entry<String, String>> ARTICLES = List.of(
      Map.entry("die", "gruppe|regierung|vertretung|kommission|konferenz|runde|uag|ag|verwaltung|koordination|stelle"
          + "|agentur|behörde|stadt|stiftung|bank|direktion|abteilung"),
      Map.entry("das", "amt|ministerium|center|zentrum|netzwerk|land|büro|dezernat|bündnis|forum|institut"),
      Map.entry("der", "rat|ausschuss|verband|kreis|verein|vorstand|bund|landtag"));

  private GermanNames() {
  }

  /** The name with its article as the subject of a sentence, or as it is if nothing tells its gender. */
  static String withArticle(String name) {
    String ruling = name.split("[\\s(/]", 2)[0].toLowerCase(Locale.GERMAN);
    return ARTICLES.stream().filter(entry -> ruling.matches(".*(?:" + entry.getValue() + ")"))
        .map(entry -> entry.getKey() + " " + name).findFirst().orElse(name);
  }

  /** The text with its first letter in upper case, for the beginning of a sentence. */
  static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.GERMAN) + text.substring(1);
  }

  /** "a, b und c". */
  static String enumeration(List<String> names) {
    int last = names.size() - 1;
    return last < 1 ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " und " + names.get(last);
  }

  /** Up to twelve as a word. */
  static String number(int number) {
    return number < SMALL.size() ? SMALL.get(number) : String.valueOf(number);
  }

  /** The text as a sentence: with a full stop unless it has an end of its own. */
  static String sentence(String text) {
    String stripped = text.strip();
    return stripped.matches("(?s).*[.!?…][“”\"]?") ? stripped : stripped + ".";
  }
}

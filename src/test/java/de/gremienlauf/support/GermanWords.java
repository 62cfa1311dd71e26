package de.gremienlauf.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/**
 * Tells German from other words: those of a German dictionary with all their inflections, compounds of them, and the
 * product's own in {@code german/allowed-words.txt}. The dictionary has loan words and short forms that on a page of
 * ours would be English; {@code german/refused-words.txt} names them.
 */
public final class GermanWords {

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[’']\\p{L}+)*");
  /** Not words: addresses, file names, quoted keys and everything with a digit in it. */
  private static final Pattern NO_WORDS = Pattern.compile(
      "'[^']*'|https?://\\S+|\\S+@\\S+|[\\w/-]+\\.(?:pdf|docx?|xlsx?|csv|png|bpmn|dmn|form|ics|odt)\\b|\\S*\\d\\S*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e", "ns", "ens");
  private static final int SHORTEST_PART = 3;

  private static final Dictionary DICTIONARY = dictionary();
  private static final Set<String> ALLOWED = list("allowed-words.txt");
  private static final Set<String> REFUSED = list("refused-words.txt");

  private GermanWords() {
  }

  /** The words of a text that are not German, each once. */
  public static List<String> unknown(String text) {
    DictionaryLookup lookup = new DictionaryLookup(DICTIONARY);
    Set<String> unknown = new LinkedHashSet<>();
    Matcher words = WORD.matcher(NO_WORDS.matcher(text.replace("\u00ad", "")).replaceAll(" "));
    while (words.find()) {
      if (!isGerman(lookup, words.group())) {
        unknown.add(words.group());
      }
    }
    return new ArrayList<>(unknown);
  }

  private static boolean isGerman(DictionaryLookup lookup, String word) {
    String small = word.toLowerCase(Locale.GERMAN);
    if (word.length() == 1 || ALLOWED.contains(word)) {
      return true;
    }
    return !REFUSED.contains(small)
        && (isListed(lookup, word) || isListed(lookup, small) || isCompound(lookup, small));
  }

  private static boolean isListed(DictionaryLookup lookup, String word) {
    return !lookup.lookup(word).isEmpty() || !lookup.lookup(capitalised(word)).isEmpty();
  }

  /** Whether a word is a compound: its last part inflected as any word, a part before it with or without a link. */
  private static boolean isCompound(DictionaryLookup lookup, String word) {
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      if (isPart(word.substring(at), lookup) && isFirstPart(word.substring(0, at), lookup)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFirstPart(String part, DictionaryLookup lookup) {
    for (String link : LINKS) {
      if (part.endsWith(link) && isPart(part.substring(0, part.length() - link.length()), lookup)) {
        return true;
      }
    }
    return isCompound(lookup, part);
  }

  private static boolean isPart(String part, DictionaryLookup lookup) {
    return part.length() >= SHORTEST_PART && !REFUSED.contains(part)
        && (isListed(lookup, part) || ALLOWED.contains(part) || ALLOWED.contains(capitalised(part)));
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.GERMAN) + word.substring(1);
  }

  private static Dictionary dictionary() {
    URL url = GermanWords.class.getResource("/org/languagetool/resource/de/german.dict");
    try {
      return Dictionary.read(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One word or several a line; what follows a # is a comment. */
  private static Set<String> list(String name) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        GermanWords.class.getResourceAsStream("/german/" + name), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
          .flatMap(line -> List.of(line.split("\\s+")).stream()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

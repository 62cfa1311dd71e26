package de.gremienlauf.workplace.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes texts apart into words that are equal whatever way people spell them: "Köln", "Koeln" and "koln", "ß" and "ss",
 * every apostrophe, "Vertreter*innen" and "Vertreter:innen", "Amts-Leitung" and "Amtsleitung", "0554/2017" and
 * "554/2017". Texts and queries go the same way, so that it need not be right German, only the same on both sides.
 */
final class Folding {

  /** Longer words are cut; nobody types so much of one. */
  static final int WORD = 60;
  private static final int MOST_TERMS = 10;
  private static final int SHORTEST_STEM = 4;

  private static final String APOSTROPHES = "'\u2019\u00B4`\u2018\u02BC\u2032\u201B";
  private static final String HYPHENS = "\\-\u2010\u2011\u2013";
  private static final String ENDINGS = "(?:innen|rinnen|in|r|n|e|en|m|s)";
  private static final String BRACKETED = "\\((?:innen|in|r|n|e|en)\\)";
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\u0000]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern TOKEN = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:(?<circle>\\p{L}{1,4})/)?(?<number>\\d{1,6})/(?<year>\\d{4})(?:/(?<suffix>\\d{1,2}))?"
          + "(?![\\p{L}\\p{N}])"
          + "|(?<![\\p{L}\\p{N}])(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<yearOfDay>\\d{4})(?!\\d)"
          + "|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}" + APOSTROPHES + "]|[" + HYPHENS + "*:_\u00B7](?=[\\p{L}\\p{N}])"
          + "|/-?(?=" + ENDINGS + "(?!\\p{L}))|" + BRACKETED + ")*");
  private static final Pattern APOSTROPHE = Pattern.compile("[" + APOSTROPHES + "]");
  private static final Pattern GENDER =
      Pattern.compile("(?<=\\p{L}\\p{L})(?:[*:_\u00B7]|/-?)(?=" + ENDINGS + "(?!\\p{L}))");
  private static final Pattern GENDER_BRACKETS = Pattern.compile("\\((innen|in|r|n|e|en)\\)");
  private static final Pattern GENDERED = Pattern.compile("(\\p{L}+?)(?:(?:[*:_\u00B7]|/-?)" + ENDINGS + "|" + BRACKETED + ")");
  private static final Pattern APART = Pattern.compile("[" + HYPHENS + "*:_/()\u00B7]+");
  private static final Pattern ZEROS = Pattern.compile("0+(?=\\d+$)");
  /** What people write before the number of a paper. */
  private static final Set<String> BEFORE_A_NUMBER = Set.of("session", "sessionnr", "nr", "nummer", "vorlage", "vorlagen",
      "vorlagennr", "vorlagennummer", "vorlnr", "drucksache", "drucksachen", "drucksachennr", "ds", "antrag", "anfrage");

  private Folding() {
  }

  /**
   * A word of a text.
   *
   * @param words what it is found by, folded
   */
  record Token(int start, int end, List<String> words) {
  }

  /**
   * One of the words that somebody looks for.
   *
   * @param alternatives each a list of folded words that all have to be there
   */
  record Term(List<List<String>> alternatives) {

    boolean isNumber() {
      return alternatives.get(0).get(0).indexOf('/') > 0;
    }

    /** Whether one word of a text is what is meant, or a part of it. */
    boolean meets(String word) {
      return alternatives.stream().flatMap(List::stream).anyMatch(wanted -> Folding.meets(wanted, word));
    }

    /** Whether it stands anywhere in one word of a title. */
    boolean isInside(String word) {
      String whole = alternatives.get(0).get(0);
      return !isNumber() && !wholeOnly(whole) && word.contains(whole);
    }
  }

  /** The text without what nobody sees; positions of tokens are those of this text. */
  static String clean(String text) {
    return text == null ? ""
        : INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("").strip();
  }

  /** The words of a clean text in their order. */
  static List<Token> tokens(String clean) {
    List<Token> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(clean);
    while (found.find()) {
      List<String> words = words(found);
      if (!words.isEmpty()) {
        tokens.add(new Token(found.start(), found.end(), words));
      }
    }
    return tokens;
  }

  /** All words of a text that it is found by. */
  static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    tokens(clean(text)).forEach(token -> words.addAll(token.words));
    return words;
  }

  /** What somebody looks for; empty if there is no word in it. */
  static List<Term> terms(String query) {
    List<Term> terms = new ArrayList<>();
    Matcher found = TOKEN.matcher(clean(query));
    while (found.find() && terms.size() < MOST_TERMS) {
      List<List<String>> alternatives = alternatives(found);
      if (!alternatives.isEmpty() && terms.stream().noneMatch(term -> term.alternatives.equals(alternatives))) {
        terms.add(new Term(alternatives));
      }
    }
    if (terms.stream().anyMatch(Term::isNumber)) {
      terms.removeIf(term -> BEFORE_A_NUMBER.contains(term.alternatives.get(0).get(0)));
    }
    return terms;
  }

  /** Whether a folded word of a text is found by what somebody typed. */
  static boolean meets(String wanted, String word) {
    return word.equals(wanted) || word.startsWith(wanted.indexOf('/') > 0 ? wanted + "/" : wanted)
        && !wholeOnly(wanted);
  }

  /** Whether so little was typed that only the whole word is meant. */
  static boolean wholeOnly(String wanted) {
    return wanted.length() < 3;
  }

  private static List<String> words(Matcher found) {
    if (found.group("number") != null) {
      String number = plain(found.group("number"));
      String base = number + "/" + found.group("year");
      String suffix = found.group("suffix") == null ? null : base + "/" + plain(found.group("suffix"));
      String circle = found.group("circle") == null ? null : fold(found.group("circle")) + "/";
      return Stream.of(base, suffix, circle == null ? null : circle + base,
          circle == null || suffix == null ? null : circle + suffix, number).filter(word -> word != null).toList();
    }
    if (found.group("day") != null) {
      return List.of(day(found));
    }
    String word = GENDER_BRACKETS.matcher(GENDER.matcher(bare(found)).replaceAll("")).replaceAll("$1");
    List<String> parts = parts(word);
    Set<String> words = new LinkedHashSet<>(parts);
    if (parts.size() > 1) {
      words.add(cut(String.join("", parts)));
    }
    return List.copyOf(words);
  }

  private static List<List<String>> alternatives(Matcher found) {
    if (found.group("number") != null) {
      String circle = found.group("circle") == null ? "" : fold(found.group("circle")) + "/";
      // "VO" is the circle of the papers that have none in print.
      String typed = (circle.equals("vo/") ? "" : circle) + plain(found.group("number")) + "/" + found.group("year")
          + (found.group("suffix") == null ? "" : "/" + plain(found.group("suffix")));
      return List.of(List.of(typed));
    }
    if (found.group("day") != null) {
      return List.of(List.of(day(found)));
    }
    Matcher gendered = GENDERED.matcher(bare(found));
    if (gendered.matches() && gendered.group(1).length() >= SHORTEST_STEM) {
      return List.of(parts(gendered.group(1)));
    }
    List<String> parts = parts(GENDER.matcher(bare(found)).replaceAll(""));
    return parts.size() > 1 ? List.of(List.of(cut(String.join("", parts))), parts)
        : parts.isEmpty() ? List.of() : List.of(parts);
  }

  private static String bare(Matcher found) {
    return APOSTROPHE.matcher(found.group()).replaceAll("");
  }

  private static List<String> parts(String word) {
    return Stream.of(APART.split(word)).map(Folding::fold).filter(part -> !part.isEmpty()).map(Folding::plain)
        .map(Folding::cut).toList();
  }

  private static String day(Matcher found) {
    return plain(found.group("day")) + "." + plain(found.group("month")) + "." + found.group("yearOfDay");
  }

  private static String plain(String number) {
    return ZEROS.matcher(number).replaceFirst("");
  }

  private static String cut(String word) {
    return word.length() > WORD ? word.substring(0, WORD) : word;
  }

  /** Small letters without anything on, above or below them; "ae" and "ä" are "a" like "a" itself. */
  static String fold(String word) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace("ß", "ss");
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      switch (c) {
        // Kept until the pairs are read: the "e" of "Trophäe" belongs to no umlaut.
        case 'ä', 'ö', 'ü' -> bare.append(c);
        case 'ø', 'œ' -> bare.append('ö');
        case 'æ' -> bare.append('ä');
        case 'ł' -> bare.append('l');
        case 'đ', 'ð' -> bare.append('d');
        case 'ı' -> bare.append('i');
        default -> bare.append(MARKS.matcher(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD))
            .replaceAll(""));
      }
    }
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      switch (c) {
        case 'ä' -> folded.append('a');
        case 'ö' -> folded.append('o');
        case 'ü' -> folded.append('u');
        default -> {
          folded.append(c);
          if ((c == 'a' || c == 'o' || c == 'u') && i + 1 < bare.length() && bare.charAt(i + 1) == 'e') {
            i++;
          }
        }
      }
    }
    return folded.toString();
  }
}

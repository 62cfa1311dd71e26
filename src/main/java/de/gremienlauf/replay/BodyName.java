package de.gremienlauf.replay;

import java.util.regex.Pattern;

/** The body in what a record prints as its name: a special or continued meeting is one of the same body. */
final class BodyName {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String SESSION = "(?:\\p{L}+-?)?sitzung|(?:\\p{L}+-)?fortsetzung"
      + "|(?:nicht-?\\s?)?öffentlich(?:er teil)?|videokonferenz|umlaufverfahren";
  private static final String KIND = "(?:\\d{1,2}\\.\\s*)?(?:(?:außer)?ordentliche|gemeinsame|konstituierende"
      + "|(?:nicht-?)?öffentliche|digitale|erste|zweite|dritte)?\\s*(?:" + SESSION + ")";
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*[(\\[]\\s*" + KIND + "\\b[^()\\[\\]]*[)\\]]", FLAGS);
  private static final Pattern AFTER =
      Pattern.compile("(?:\\s+[-–—]+\\s*|\\s*[,:;/]\\s*)" + KIND + "(?:\\s+(?:vom|am|mit)\\s.*)?$", FLAGS);
  private static final Pattern BEFORE = Pattern.compile("^" + KIND + "\\s*(?:[-–—:]\\s*|\\s)(?:der\\s+)?", FLAGS);
  private static final Pattern BEFORE_GENITIVE =
      Pattern.compile("^" + KIND + "\\s+des\\s+(\\p{L}+?)(?:es|s)(?!\\p{L})", FLAGS);

  private BodyName() {
  }

  /** The name without what only tells of the meeting; the whole if nothing else would be left. */
  static String of(String printed) {
    String name = printed.replaceAll("[\\s\\p{Z}]+", " ").strip();
    String body = AFTER.matcher(IN_BRACKETS.matcher(name).replaceAll("")).replaceFirst("");
    body = BEFORE.matcher(BEFORE_GENITIVE.matcher(body).replaceFirst("$1")).replaceFirst("").strip();
    return body.isEmpty() ? name : body;
  }
}

package de.gremienlauf.engine;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Printed phrases in the one spelling that the decision tables compare with. */
public final class Phrases {

  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private Phrases() {
  }

  /**
   * Lower case, composed characters (NFC), single spaces, nothing around it and nothing invisible in it.
   *
   * @param text as printed, or null
   * @return never null; empty for null and blank
   */
  public static String normalize(String text) {
    if (text == null) {
      return "";
    }
    String visible = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    return SPACE.matcher(visible).replaceAll(" ").strip().toLowerCase(Locale.GERMAN);
  }
}

package de.gremienlauf.document;

import de.gremienlauf.engine.BusinessException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cleans names of files as strangers send them: they neither climb out of a folder nor hide their ending, and every
 * system can save them.
 */
final class FileName {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_ENDING_LENGTH = 10;

  /** What Windows takes for a device, whatever ending follows. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)\\s*(\\..*)?");

  private FileName() {
  }

  /** The last segment of the path in NFC without control and formatting characters, at most 200 characters. */
  static String clean(String given) {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    // Formatting characters (Cf) too: some reverse the direction of writing and make "exe.pdf" out of "fdp.exe".
    name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[<>:\"|?*]", "_").replaceAll("\\.{2,}", ".").replaceAll("^[.\\s]+|[.\\s]+$", "");
    if (name.isEmpty()) {
      throw new BusinessException("Die Datei hat keinen brauchbaren Namen.");
    }
    if (DEVICE.matcher(name).matches()) {
      name = "Datei " + name;
    }
    return name.length() <= MAX_LENGTH ? name : shorten(name);
  }

  /** The ending in lower case without its dot; empty if there is none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String shorten(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 || name.length() - dot > MAX_ENDING_LENGTH ? "" : name.substring(dot);
    int length = MAX_LENGTH - ending.length();
    if (Character.isHighSurrogate(name.charAt(length - 1))) {
      length--;
    }
    return name.substring(0, length).stripTrailing() + ending;
  }
}

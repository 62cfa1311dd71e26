package de.gremienlauf.document;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that was done in a case, as a Rechnungsprüfung asks for it.
 *
 * @param at when, as far as it is known: a day or a point in time, ISO 8601; empty if it is not known
 * @param by login of the person; null if nobody in particular
 * @param kind what kind of act in one German word
 * @param details names with their values
 * @param files hashes of the documents that it is about, with what they are called
 */
public record RecordedAct(String at, String by, String kind, String what, Map<String, String> details,
    Map<String, String> files) {

  /** Names and values in turn, without those that are not known. */
  public static Map<String, String> details(Object... pairs) {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null && !pairs[i + 1].toString().isBlank()) {
        details.put(pairs[i].toString(), pairs[i + 1].toString());
      }
    }
    return details;
  }
}

package de.gremienlauf.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One act in an export. Its hash covers everything it says and the hash of the entry before it, so that nothing can be
 * changed, left out or put elsewhere without all later entries showing it.
 *
 * @param at a day or a point in time in Europe/Berlin, ISO 8601; empty if it is not known
 * @param by login of the person; null if nobody in particular
 * @param name what the person is called
 * @param documents hashes of the documents that it is about
 * @param previous hash of the entry before; 64 zeros for the first
 */
@JsonPropertyOrder({"number", "at", "by", "name", "kind", "what", "details", "documents", "previous", "hash"})
record AuditEntry(int number, String at, String by, String name, String kind, String what,
    Map<String, String> details, List<String> documents, String previous, String hash) {

  static final String FIRST = "0".repeat(64);

  AuditEntry {
    details = new TreeMap<>(details);
    documents = List.copyOf(documents);
  }

  /** The entry as it stands behind another. */
  AuditEntry after(int position, String hashBefore) {
    AuditEntry placed = new AuditEntry(position, at, by, name, kind, what, details, documents, hashBefore, null);
    return new AuditEntry(position, at, by, name, kind, what, details, documents, hashBefore, placed.computedHash());
  }

  /**
   * SHA-256 over previous, number, at, by, name, kind, what, names and values of the details by name, and the documents,
   * each as the number of its bytes in UTF-8, a colon and the bytes; what is absent is empty.
   */
  String computedHash() {
    List<String> parts = new ArrayList<>();
    parts.add(previous);
    parts.add(Integer.toString(number));
    parts.add(at);
    parts.add(by);
    parts.add(name);
    parts.add(kind);
    parts.add(what);
    details.forEach((key, value) -> {
      parts.add(key);
      parts.add(value);
    });
    parts.addAll(documents);
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      String value = part == null ? "" : part;
      text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

package de.gremienlauf.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;

/**
 * The content of {@code audit.json}; its schema is described in docs/audit-export.md.
 *
 * @param files every other file of the export but the seal
 */
@JsonPropertyOrder({"format", "version", "kind", "id", "reference", "subject", "municipality", "exportedAt",
    "exportedBy", "head", "entries", "files"})
record AuditRecord(String format, int version, String kind, long id, String reference, String subject,
    String municipality, String exportedAt, String exportedBy, String head, List<AuditEntry> entries,
    List<File> files) {

  static final String FORMAT = "gremienlauf-audit";
  static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A file in the export.
   *
   * @param path where it lies; null if its bytes could not be had any more
   * @param name what it was called; null for what is made for the export
   */
  record File(String path, String name, String hash) {
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static AuditRecord read(byte[] json) throws IOException {
    return JSON.readValue(json, AuditRecord.class);
  }
}

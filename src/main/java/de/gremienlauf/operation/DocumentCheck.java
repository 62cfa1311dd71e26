package de.gremienlauf.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every document still has the bytes it is stored under, and every reference leads to one. */
@Component
@Order(1)
class DocumentCheck implements StockCheck {

  private static final int PAGE = 1000;
  /** Bytes that are read at once, unless a single document is larger. */
  private static final long BATCH = 4 << 20;
  private static final String FROM_BACKUP = " Bitte das Dokument aus einer älteren Sicherung zurückholen.";

  /** A column that names a document, where no foreign key holds it. */
  record Reference(String label, String table, String column, String id) {

    Reference(String label, String table, String column) {
      this(label, table, column, "id");
    }
  }

  static final List<Reference> REFERENCES = List.of(
      new Reference("Vorlage", "paper", "document_hash"),
      new Reference("Freigegebene Fassung", "paper_release", "document_hash"),
      new Reference("Anlage", "attachment", "document_hash"),
      new Reference("Frühere Fassung einer Anlage", "attachment_version", "document_hash"),
      new Reference("Freigegebene Anlage", "released_attachment", "document_hash", "paper_release"),
      new Reference("Beschlussauszug", "paper_excerpt", "document_hash"),
      new Reference("Unterlage einer Sitzung", "meeting_document", "document_hash"),
      new Reference("Bescheid", "funding_notice", "sheet_hash"),
      new Reference("Fassung eines Konzepts", "concept_version", "document_hash"),
      new Reference("Zieldatei eines Abschlussberichts", "final_report", "objectives_hash"),
      new Reference("Niederschrift zum Abschlussbericht", "final_report", "minutes_hash"),
      new Reference("Verwendungsnachweis", "proof_of_use", "document_hash"),
      new Reference("Unterlage eines Förderprojekts", "project_document", "document_hash"));

  private final JdbcClient jdbc;

  DocumentCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Stored(String hash, long size) {
  }

  @Override
  public void look(StockReport report) {
    long count = 0;
    String last = "";
    List<Stored> page;
    do {
      page = jdbc.sql("select hash, size from document where hash > :last order by hash limit " + PAGE)
          .param("last", last).query((row, n) -> new Stored(row.getString(1), row.getLong(2))).list();
      for (List<Stored> batch : batches(page)) {
        compare(batch, report);
      }
      count += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1).hash();
    } while (page.size() == PAGE);
    report.looked("Dokumente", count);
    REFERENCES.forEach(reference -> follow(reference, report));
  }

  private static List<List<Stored>> batches(List<Stored> documents) {
    List<List<Stored>> batches = new ArrayList<>();
    long bytes = BATCH;
    for (Stored document : documents) {
      bytes += document.size();
      if (bytes > BATCH) {
        batches.add(new ArrayList<>());
        bytes = document.size();
      }
      batches.get(batches.size() - 1).add(document);
    }
    return batches;
  }

  private void compare(List<Stored> batch, StockReport report) {
    jdbc.sql("select hash, size, content from document where hash in (:hashes) order by hash")
        .param("hashes", batch.stream().map(Stored::hash).toList())
        .query(row -> {
          String hash = row.getString(1);
          MessageDigest digest = sha256();
          try (InputStream content = row.getBinaryStream(3)) {
            if (read(content, digest) != row.getLong(2) | !HexFormat.of().formatHex(digest.digest()).equals(hash)) {
              report.found("Das Dokument " + hash + " hat nicht mehr den Inhalt, unter dem es abgelegt wurde."
                  + FROM_BACKUP);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static long read(InputStream content, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      digest.update(buffer, 0, n);
      bytes += n;
    }
    return bytes;
  }

  private void follow(Reference reference, StockReport report) {
    long count = jdbc.sql("select count(" + reference.column() + ") from " + reference.table())
        .query(Long.class).single();
    jdbc.sql("select t." + reference.id() + ", t." + reference.column() + " from " + reference.table() + " t where t."
            + reference.column() + " is not null and not exists (select 1 from document d where d.hash = t."
            + reference.column() + ") order by 1")
        .query(row -> {
          report.found(reference.label() + " (" + reference.table() + " " + row.getLong(1) + "): Das Dokument "
              + row.getString(2) + " fehlt." + FROM_BACKUP);
        });
    report.looked("Verweise auf Dokumente, " + reference.label(), count);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

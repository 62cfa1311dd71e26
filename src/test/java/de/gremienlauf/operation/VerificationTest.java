package de.gremienlauf.operation;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.StoredDocument;
import de.gremienlauf.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each kind of damage to documents and numbers is made, found in exactly one line, and taken back. */
@IntegrationTest
class VerificationTest {

  private static final String NOWHERE = "f".repeat(64);

  @Autowired Verification verification;
  @Autowired DocumentStore documents;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactions;

  /** What is found because of the damage, which leaves no trace. */
  private List<String> foundAfter(Supplier<?> damage) {
    return new TransactionTemplate(transactions).execute(status -> {
      List<String> before = verification.run(line -> { });
      damage.get();
      List<String> found = new ArrayList<>(verification.run(line -> { }));
      found.removeAll(before);
      status.setRollbackOnly();
      return found;
    });
  }

  private Rows rows() {
    return new Rows(jdbc);
  }

  @Test
  void changedBytesAreFound() {
    byte[] large = new byte[5 << 20];
    large[4711] = 1;
    for (byte[] content : List.of("Niederschrift".getBytes(StandardCharsets.UTF_8), large)) {
      String[] hash = new String[1];
      assertThat(foundAfter(() -> {
        StoredDocument stored = documents.put(content, "text/plain");
        hash[0] = stored.hash();
        content[0]++;
        return jdbc.update("update document set content = ? where hash = ?", content, stored.hash());
      })).containsExactly("Das Dokument " + hash[0] + " hat nicht mehr den Inhalt, unter dem es abgelegt wurde."
          + " Bitte das Dokument aus einer älteren Sicherung zurückholen.");
    }
  }

  static Stream<DocumentCheck.Reference> references() {
    return DocumentCheck.REFERENCES.stream();
  }

  @ParameterizedTest
  @MethodSource("references")
  void aReferenceToNothingIsFound(DocumentCheck.Reference reference) {
    long[] id = new long[1];
    assertThat(foundAfter(() -> id[0] = rows().insert(reference.table(), Map.of(reference.column(), NOWHERE))))
        .filteredOn(line -> line.contains(NOWHERE))
        .containsExactly(reference.label() + " (" + reference.table() + " " + id[0] + "): Das Dokument " + NOWHERE
            + " fehlt. Bitte das Dokument aus einer älteren Sicherung zurückholen.");
  }

  @Test
  void noReferenceIsForgotten() {
    List<String> columns = jdbc.queryForList("select lower(table_name) || '.' || lower(column_name)"
        + " from information_schema.columns where lower(column_name) like '%hash' and lower(table_schema) = 'public'"
            + " and lower(table_name) not like 'act_%'", String.class);
    List<String> known = new ArrayList<>(references().map(one -> one.table() + "." + one.column()).toList());
    // The documents themselves, what foreign keys hold, and hashes of texts and secrets.
    known.addAll(List.of("document.hash", "document_source.hash", "outbox_attachment.document_hash", "paper.text_hash",
        "paper_release.text_hash", "signature.text_hash", "urgent_decision.text_hash", "search_entry.text_hash",
        "calendar_feed.secret_hash"));
    assertThat(columns).containsExactlyInAnyOrderElementsOf(known);
  }

  private Map<String, Object> paper(String municipality, String reference) {
    return Map.of("municipality", municipality, "reference", reference, "state", "DECIDED");
  }

  @Test
  void aNumberThatWasGivenTwiceIsFound() {
    assertThat(foundAfter(() -> {
      long first = rows().insert("paper", paper("Doppelstadt", "0001/2026"));
      rows().insert("paper_number", Map.of("municipality", "Doppelstadt", "reference", "0001/2026", "paper_id", first));
      return rows().insert("paper", paper("Doppelstadt", "0001/2026"));
    })).filteredOn(line -> !line.contains("paper_number")).containsExactly("Die Nummer 0001/2026 (Doppelstadt) ist an"
        + " mehrere Vorlagen vergeben. Bitte entscheiden, wer sie behält, und der anderen Akte eine neue geben.");
  }

  @Test
  void aNumberOfTwoCirclesIsFound() {
    assertThat(foundAfter(() -> {
      long paper = rows().insert("paper", paper("Doppelstadt", "FP-1"));
      rows().insert("paper_number", Map.of("municipality", "Doppelstadt", "reference", "FP-1", "paper_id", paper));
      return rows().insert("funded_project", Map.of("municipality", "Doppelstadt", "project_number", "FP-1", "state",
          "ARCHIVED"));
    })).containsExactly("Die Nummer FP-1 (Doppelstadt) ist an eine Vorlage und an ein Förderprojekt vergeben. Bitte"
        + " entscheiden, wer sie behält, und der anderen Akte eine neue geben.");
  }

  @Test
  void aNumberThatIsNotReservedIsFound() {
    long[] id = new long[1];
    assertThat(foundAfter(() -> id[0] = rows().insert("paper", paper("Doppelstadt", "0002/2026"))))
        .containsExactly("Vorlage 0002/2026 (paper " + id[0] + "): Ihre Nummer steht nicht für sie im"
            + " Nummernverzeichnis (paper_number) und könnte ein zweites Mal vergeben werden. Bitte dort nachtragen.");
  }
}

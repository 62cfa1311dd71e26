package de.gremienlauf.replay;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.GermanDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that a replayed story left: papers with their annexes, deadline sheets, reports and proofs. */
@Component
class StoryDocuments {

  private static final String PDF = "application/pdf";
  private static final int NAME_LIMIT = 90;
  private static final Pattern HYPHEN = Pattern.compile("[-\u00AD\u2010]\\s*\\n\\s*(?=\\p{Ll})");

  /** Title, hash and origin of every document; those of papers first, in the order in which they came to be. */
  private static final String DOCUMENTS = """
      select distinct 1 as rank, p.id as sort, 0 as part,
        'Vorlage ' || coalesce(p.reference, '') || ' ' || p.name as title, cast(null as date) as issued, p.document_hash as hash, 'paper' as origin, p.id as id
      from paper p join project_paper t on t.paper_id = p.id
      where t.project_id in (:projects) and p.document_hash is not null
      union all
      select distinct 1, a.paper_id, a.attachment_number,
        'Vorlage ' || coalesce(p.reference, '') || ' Anlage ' || a.attachment_number || ' ' || a.name,
        cast(null as date), a.document_hash, 'attachment', a.id
      from attachment a join paper p on p.id = a.paper_id join project_paper t on t.paper_id = p.id
      where t.project_id in (:projects)
      union all
      select 2, n.id, 0, 'Fristenblatt zum Bescheid vom', n.notice_date, n.sheet_hash, 'funding_notice', n.id
      from funding_notice n where n.project_id in (:projects) and n.sheet_hash is not null
      union all
      select 3, u.id, 0, 'Verwendungsnachweis vom', u.submitted_on, u.document_hash, 'proof_of_use', u.id
      from proof_of_use u where u.project_id in (:projects) and u.document_hash is not null
      union all
      select 4, d.id, 0, d.name, cast(null as date), d.document_hash, 'project_document', d.id
      from project_document d where d.project_id in (:projects)
      order by 1, 2, 3""";

  private final JdbcClient jdbc;
  private final DocumentStore store;

  StoryDocuments(JdbcClient jdbc, DocumentStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** A document; the origin is the table and id of what it belongs to. */
  record Found(String title, String hash, String origin) {
  }

  List<Found> of(DrivenStory driven) {
    Set<String> hashes = new HashSet<>();
    return jdbc.sql(DOCUMENTS).param("projects", driven.projects.keySet())
        .query((row, number) -> new Found(
            (row.getString("title") + " " + GermanDate.print(row.getObject("issued", LocalDate.class))).strip(),
            row.getString("hash"), row.getString("origin") + " " + row.getLong("id")))
        .list().stream().filter(document -> hashes.add(document.hash())).toList();
  }

  /** Every page of every document with what it says. */
  List<StoryRow> pages(DrivenStory driven) {
    List<StoryRow> pages = new ArrayList<>();
    for (Found document : of(driven)) {
      if (isPdf(document)) {
        List<String> texts = texts(store.content(document.hash()));
        for (int i = 0; i < texts.size(); i++) {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("document", document.title());
          fields.put("page", i + 1);
          // Once as printed, once without the hyphens that the line break put in.
          fields.put("text", texts.get(i) + "\n" + HYPHEN.matcher(texts.get(i)).replaceAll(""));
          pages.add(new StoryRow("„" + document.title() + "“ (" + document.origin() + "), Seite " + (i + 1), fields));
        }
      }
    }
    return pages;
  }

  private boolean isPdf(Found document) {
    return store.find(document.hash()).map(stored -> stored.mediaType().equals(PDF)).orElse(false);
  }

  private static List<String> texts(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> texts = new ArrayList<>();
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        texts.add(stripper.getText(document));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all of them into a folder; the prefix keeps those of several stories apart. */
  void write(DrivenStory driven, String prefix, Path folder) {
    int number = 0;
    for (Found document : of(driven)) {
      String name = prefix + String.format("-%02d-", ++number)
          + document.title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
      try {
        Files.write(folder.resolve(name.substring(0, Math.min(name.length(), prefix.length() + NAME_LIMIT))
            + (isPdf(document) ? ".pdf" : ".bin")), store.content(document.hash()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

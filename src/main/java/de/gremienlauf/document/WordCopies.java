package de.gremienlauf.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Word files of what was printed as PDF: made of the same HTML, which is kept beside the bytes of every stored PDF. So
 * both say the same, whatever became of the facts since.
 */
@Component
public class WordCopies {

  private final JdbcClient jdbc;
  private final Clock clock;

  WordCopies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether a stored document was printed here, and can therefore be had as a Word file. */
  public boolean exists(String hash) {
    return jdbc.sql("select count(*) from document_source where hash = :hash").param("hash", hash)
        .query(Integer.class).single() > 0;
  }

  /** A stored document as a Word file; empty if it was not printed here. */
  public Optional<byte[]> of(String hash) {
    return jdbc.sql("""
            select s.html, d.created_at from document_source s join document d on d.hash = s.hash
            where s.hash = :hash""").param("hash", hash)
        .query((row, number) -> word(row.getString("html"), row.getTimestamp("created_at").toLocalDateTime()
            .toLocalDate())).optional();
  }

  /** A document as a Word file that was printed just now and is not stored. */
  public byte[] ofPrinted(byte[] pdf) {
    return word(PdfRenderer.source(pdf), LocalDate.now(clock));
  }

  static byte[] word(String html, LocalDate createdOn) {
    Document document = Jsoup.parse(html);
    Element body = document.body();
    String footer = text(body, "running-number");
    body.select(".running").remove();
    // The word below a black bar says that there is one; here it is not black.
    body.select(".bar").forEach(bar -> bar.text("[" + bar.text() + "]"));
    List<RichBlock> blocks = new ArrayList<>(HtmlReader.document(body));
    WordWriter writer = new WordWriter(document.title(), document.select("meta[name=author]").attr("content"), createdOn);
    writer.write(blocks);
    return writer.bytes(footer);
  }

  private static String text(Element body, String id) {
    Element element = body.getElementById(id);
    return element == null ? null : element.text();
  }
}

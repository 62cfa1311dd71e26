package de.gremienlauf.audit;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The export as people read it: one page that needs nothing else. */
final class AuditPage {

  static final String README = """
      Prüfexport aus Gremienlauf

      protokoll.html  zum Lesen: wer hat was wann in welcher Eigenschaft entschieden
      audit.json      dasselbe für Programme, mit der Kette der Prüfsummen
      dokumente/      die Dokumente, benannt nach ihrer Prüfsumme (SHA-256)
      siegel.txt      die Prüfsumme von audit.json

      Prüfen:  java -jar gremienlauf.jar verify-audit DATEI.zip [--seal SIEGEL]

      Das Siegel steht auch im Verlauf des Vorgangs in Gremienlauf und in jedem späteren Export desselben Vorgangs.
      Wer es von dort mit --seal angibt, erkennt auch einen Export, der vollständig neu geschrieben wurde.
      Entpacken Sie das Archiv zum Prüfen nicht: Auch ein neu gepacktes Archiv gilt als verändert.
      """;

  private static final int DAY = 10;
  private static final int TIME = 16;
  private static final String STYLE = "body{font:14px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
      + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.4em;text-align:left;"
      + "vertical-align:top;overflow-wrap:anywhere}code{font-size:12px;overflow-wrap:anywhere}dl{margin:.3em 0 0}"
      + "dt{color:#444}dd{margin:0 0 .2em 1em}tr{break-inside:avoid}";

  private AuditPage() {
  }

  static String of(AuditRecord record) {
    Map<String, AuditRecord.File> files = new LinkedHashMap<>();
    record.files().forEach(file -> files.put(file.hash(), file));
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>")
        .append(text("Prüfexport " + record.reference())).append("</title><style>").append(STYLE)
        .append("</style></head><body><h1>").append(text("Prüfexport " + record.reference())).append("</h1><p>")
        .append(text(record.subject())).append("</p><p>").append(text(record.municipality()
            + (record.kind().equals("paper") ? ", Vorlage" : ", Förderprojekt") + ", erstellt am "
            + day(record.exportedAt()) + (record.exportedBy() == null ? "" : " von " + record.exportedBy())))
        .append("</p><p>Endwert der Kette: <code>").append(record.head()).append("</code></p>")
        .append("<table><thead><tr><th scope=\"col\">Nr.</th><th scope=\"col\">Wann</th><th scope=\"col\">Wer</th>")
        .append("<th scope=\"col\">Was</th></tr></thead><tbody>");
    record.entries().forEach(entry -> row(page, entry, files));
    page.append("</tbody></table><h2>Dokumente</h2><ul>");
    record.files().forEach(file -> page.append("<li>").append(link(file)).append("<br><code>").append(file.hash())
        .append("</code></li>"));
    return page.append("</ul></body></html>\n").toString();
  }

  private static void row(StringBuilder page, AuditEntry entry, Map<String, AuditRecord.File> files) {
    page.append("<tr><td>").append(entry.number()).append("</td><td>").append(text(day(entry.at())))
        .append("</td><td>").append(text(entry.by() == null ? "" : entry.name().equals(entry.by()) ? entry.by()
            : entry.name() + " (" + entry.by() + ")"))
        .append("</td><td><strong>").append(text(entry.kind())).append("</strong>: ").append(text(entry.what()));
    if (!entry.details().isEmpty()) {
      page.append("<dl>");
      entry.details().forEach((name, value) -> page.append("<dt>").append(text(name)).append("</dt><dd>")
          .append(text(value)).append("</dd>"));
      page.append("</dl>");
    }
    entry.documents().forEach(hash -> page.append("<div>").append(link(files.get(hash))).append("</div>"));
    page.append("</td></tr>");
  }

  private static String link(AuditRecord.File file) {
    return file.path() == null ? text(file.name() + " (nicht mehr unversehrt vorhanden)")
        : "<a href=\"" + text(file.path()) + "\">" + text(file.name()) + "</a>";
  }

  private static String text(String text) {
    return HtmlUtils.htmlEscape(text == null ? "" : text, "UTF-8");
  }

  /** A day or a point in time as people write it. */
  private static String day(String at) {
    return at.length() < DAY ? at : GermanDate.print(LocalDate.parse(at.substring(0, DAY)))
        + (at.length() < TIME ? "" : ", " + at.substring(DAY + 1, TIME) + " Uhr");
  }
}

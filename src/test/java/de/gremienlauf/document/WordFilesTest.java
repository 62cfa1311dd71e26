package de.gremienlauf.document;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class WordFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final WordFiles FILES = new WordFiles(new UploadCheck(DataSize.ofMegabytes(50)));

  static WordDraft draft(RichText resolution, RichText reasons) {
    return new WordDraft("Stadt Musterstadt", "Beschlussvorlage", "0001/2026", "Neue Bänke", "V/50", List.of(
        new WordDraft.Part(PaperSection.RESOLUTION, "Beschlussvorschlag", resolution),
        new WordDraft.Part(PaperSection.REASONS, "Begründung", reasons),
        new WordDraft.Part(PaperSection.BUDGET, "Haushaltsmäßige Auswirkungen", RichText.ofPlain(null)),
        new WordDraft.Part(PaperSection.ALTERNATIVE, "Alternative", RichText.ofPlain(null))));
  }

  /** What stored-again.docx was written from before LibreOffice stored it. */
  private static final RichText STORED = RichText.of("<h4>Alternative</h4><p>Ein <strong>fetter</strong>, <em>kursiver</em>"
      + " Satz<sup class=\"note\">1</sup>, m<sup>2</sup><br/>Zeile</p><ol><li>eins<ul><li>tief</li></ul></li><li>zwei</li></ol>"
      + "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td rowspan=\"2\">a</td>"
      + "<td>b</td></tr><tr><td>c</td></tr></tbody></table><p>Ende</p><ol class=\"notes\"><li>Anmerkung</li></ol>");

  private static final WordDraft EMPTY = draft(RichText.ofPlain(null), RichText.ofPlain(null));

  @ParameterizedTest
  @ValueSource(strings = {
      "<p>Ein Absatz &amp; noch <strong>fett</strong>, <em>kursiv</em>, <u>unterstrichen</u>, <s>gestrichen</s>,"
          + " m<sup>2</sup>, H<sub>2</sub>O und <strong><em>beides</em></strong>.</p><p>Zweite<br/>Zeile</p>",
      "<ol><li>Der Rat beschließt.<ol type=\"a\"><li>erstens<ul><li>tief</li></ul></li><li>zweitens</li></ol></li>"
          + "<li>Der Rat beauftragt.</li></ol><p>Dazwischen</p><ol start=\"3\"><li>Und noch</li></ol>"
          + "<ol type=\"I\"><li>römisch</li></ol><ul><li>Punkt</li></ul>",
      "<h4>Zwischentitel</h4><table><thead><tr><th scope=\"col\">Jahr</th><th scope=\"col\" colspan=\"2\">Betrag</th></tr>"
          + "</thead><tbody><tr><td rowspan=\"2\">2026</td><td>10 €</td><td><p>eins</p><p>zwei</p></td></tr>"
          + "<tr><td><ul><li>Liste</li></ul></td><td></td></tr></tbody></table>",
      "<table><thead><tr><th scope=\"col\">A</th></tr></thead></table>"
          + "<table><thead><tr><th scope=\"col\">B</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
      "<p>Mit Anmerkung<sup class=\"note\">1</sup> und noch einer<sup class=\"note\">2</sup>.</p>"
          + "<ol class=\"notes\"><li>Siehe <em>dort</em>.</li><li>Zweite<br/>Zeile</li></ol>",
      "<p>Weiches Trenn\u00ADzeichen, ge\u00A0schützt, Mini\u2011Jobs, 😀 &lt;b&gt;</p>"})
  void whatGoesOutComesBackTheSame(String html) throws IOException {
    RichText text = RichText.of(html);
    assertThat(text.html()).isEqualTo(html);

    byte[] file = FILES.write(draft(text, text), DAY);
    Files.write(Files.createDirectories(Path.of("target", "papers"))
        .resolve("word-" + Integer.toHexString(html.hashCode()) + ".docx"), file);
    UploadedText back = FILES.read("entwurf.docx", file, EMPTY);

    assertThat(back.sections().get(PaperSection.RESOLUTION)).hasToString(html);
    assertThat(back.sections().get(PaperSection.REASONS)).hasToString(html);
    assertThat(back.sections().get(PaperSection.BUDGET).isEmpty()).isTrue();
    assertThat(back.subject()).isEqualTo("Neue Bänke");
    assertThat(back.findings().stream().map(WordFinding::sentence).filter(sentence -> !sentence.contains("Endnote")))
        .isEmpty();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = WordFilesTest.class.getResourceAsStream("/word/" + name)) {
      return stream.readAllBytes();
    }
  }

  private static Map<String, List<String>> told(UploadedText text) {
    return text.findings().stream().collect(Collectors.toMap(WordFinding::sentence, WordFinding::texts));
  }

  /** Written by LibreOffice from libreoffice.fodt, which lies beside it. */
  @Test
  void aFileFromLibreOfficeIsReadByItsHeadings() throws IOException {
    UploadedText text = FILES.read("libreoffice.docx", resource("libreoffice.docx"), EMPTY);

    assertThat(text.sections().get(PaperSection.RESOLUTION)).hasToString("<ol><li>Der Rat beschließt <strong>neue Bänke"
        + "</strong> für den <em>Musterplatz</em>:<ol type=\"a\"><li>drei im Süden,</li><li>zwei im Norden.</li></ol></li>"
        + "<li>Die Verwaltung wird beauftragt, jährlich zu berichten.</li></ol>");
    assertThat(text.sections().get(PaperSection.REASONS)).hasToString("<p>Die Bänke sind <u>morsch</u>"
        + "<sup class=\"note\">1</sup>, sie stehen auf 12 m<sup>2</sup> und binden CO<sub>2</sub>.<br/>Mehr steht bei der"
        + " Stadt (https://www.example.org/baenke).<sup class=\"note\">2</sup></p><h4>Zahlen</h4><table><thead><tr>"
        + "<th scope=\"col\">Jahr</th><th scope=\"col\" colspan=\"2\">Betrag</th></tr></thead><tbody><tr>"
        + "<td rowspan=\"2\">2026</td><td>10 €</td><td>davon 8 € Land</td></tr><tr><td>20 €</td><td>offen</td></tr></tbody>"
        + "</table><ul><li>Holz</li><li>Metall</li></ul><p>Ein Satz mit roter Schrift, , einem Kommentar und Tabulator.</p>"
        + "<p>Nach dem Seitenumbruch.</p><p>Text in einem Textfeld.</p><ol class=\"notes\"><li>Gutachten vom 04.09.2025."
        + "</li><li>Eine Endnote.</li></ol>");
    assertThat(text.sections().get(PaperSection.BUDGET)).hasToString("<p>Keine.</p>");
    assertThat(text.sections()).doesNotContainKey(PaperSection.ALTERNATIVE);
    assertThat(told(text)).isEqualTo(Map.ofEntries(
        entry("4 Absätze stehen außerhalb der Textteile und wurden nicht übernommen.", List.of(
            "Vorlage des Amtes für Muster", "Vorbemerkung, die zu keinem Textteil gehört.", "Anlagen", "Lageplan")),
        entry("2 nachverfolgte Änderungen im Beschlussvorschlag wurden als angenommen übernommen.",
            List.of("gestrichen: gar nicht", "eingefügt: , jährlich zu berichten")),
        entry("2 Fuß- oder Endnoten in der Begründung stehen künftig als Anmerkungen am Ende des Textteils.",
            List.of("Gutachten vom 04.09.2025.", "Eine Endnote.")),
        entry("1 Kommentar in der Begründung wurde nicht übernommen.", List.of("Max Muster: Stimmt die Zahl?")),
        entry("1 Bild in der Begründung wurde nicht übernommen: bitte als Anlage hochladen.", List.of("Lageplan")),
        entry("1 Textfeld in der Begründung wurde als Absatz übernommen.", List.of("Text in einem Textfeld.")),
        entry("1 Kopf- oder Fußzeile wurde nicht übernommen.", List.of("Amt für Muster, Entwurf")),
        entry("1 verborgene Textstelle in der Begründung wurde nicht übernommen.", List.of("verborgenem Wort")),
        entry("1 Verweis in der Begründung wurde als Text übernommen.", List.of("https://www.example.org/baenke")),
        entry("1 Seiten- oder Spaltenumbruch in der Begründung entfällt.", List.of()),
        entry("1 Tabulator in der Begründung wurde zu einem Leerzeichen.", List.of()),
        entry("1 farbige Textstelle in der Begründung wurde ohne Farbe übernommen.", List.of("roter Schrift")),
        entry("1 Überschrift in der Begründung wurde durch die des Textteils ersetzt.", List.of("Sachverhalt")),
        entry("1 Überschrift in den haushaltsmäßigen Auswirkungen wurde durch die des Textteils ersetzt.",
            List.of("Finanzielle Auswirkungen"))));
  }

  @Test
  void whatLibreOfficeMadeOfOurFileIsTheSameText() throws IOException {
    UploadedText text = FILES.read("entwurf.docx", resource("stored-again.docx"), EMPTY);

    assertThat(text.sections().get(PaperSection.RESOLUTION)).isEqualTo(STORED);
    assertThat(text.sections().get(PaperSection.REASONS)).isEqualTo(STORED);
    assertThat(text.subject()).isEqualTo("Neue Bänke");
    assertThat(told(text).keySet()).allMatch(sentence -> sentence.contains("Fuß- oder Endnote"));
  }

  @Test
  void whatIsNoWordFileIsRefusedInOneSentence() throws IOException {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
    assertRefused("geschützt.docx", old, "Die Datei „geschützt.docx“ ist mit einem Kennwort geschützt oder hat das alte"
        + " Format (.doc); bitte speichern Sie sie ohne Kennwort als .docx und laden Sie sie erneut hoch.");
    assertRefused("liste.txt", "Text".getBytes(StandardCharsets.UTF_8), "Die Datei „liste.txt“ ist keine Word-Datei"
        + " (.docx); andere Dateien laden Sie bitte im Reiter „Anlagen“ hoch.");
    assertRefused("../leer.docx", new byte[0], "Die Datei „leer.docx“ ist leer.");
    assertRefused("makro.docx", withMacros(WordReaderTest.docx("<w:p/>")), "Die Datei „makro.docx“ enthält Makros; bitte"
        + " speichern Sie sie ohne Makros und laden Sie sie erneut hoch.");
  }

  private static void assertRefused(String name, byte[] content, String sentence) {
    assertThatThrownBy(() -> FILES.read(name, content, EMPTY)).isInstanceOf(BusinessException.class)
        .hasMessage(sentence);
  }

  private static byte[] withMacros(byte[] docx) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.transferTo(to);
      }
      to.putNextEntry(new ZipEntry("word/vbaProject.bin"));
    }
    return bytes.toByteArray();
  }
}

package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordReaderTest {

  private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
      + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
      + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
      + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
  private static final String HEADING = "<w:p><w:r><w:t>Begründung</w:t></w:r></w:p>";
  private static final String KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  static byte[] docx(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/>"
          + Stream.of("footnotes", "endnotes", "comments", "header").map(part -> "<Override PartName=\"/word/" + part
              + ".xml\" ContentType=\"" + TYPE + part + "+xml\"/>").collect(Collectors.joining()) + "</Types>");
      put(zip, "_rels/.rels", relationships("<Relationship Id=\"r1\" Type=\"" + KIND
          + "officeDocument\" Target=\"word/document.xml\"/>"));
      put(zip, "word/_rels/document.xml.rels", relationships(
          Stream.of("footnotes", "endnotes", "comments", "header").map(part -> "<Relationship Id=\"" + part + "\" Type=\""
              + KIND + part + "\" Target=\"" + part + ".xml\"/>").collect(Collectors.joining())
          + "<Relationship Id=\"link\" Type=\"" + KIND + "hyperlink\" Target=\"https://www.example.org/WORT\""
          + " TargetMode=\"External\"/>"));
      put(zip, "word/document.xml", "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
      put(zip, "word/footnotes.xml", "<w:footnotes" + NAMESPACES + "><w:footnote w:id=\"2\">" + p("Fußnotenwort")
          + "</w:footnote></w:footnotes>");
      put(zip, "word/endnotes.xml", "<w:endnotes" + NAMESPACES + "><w:endnote w:id=\"2\">" + p("Endnotenwort")
          + "</w:endnote></w:endnotes>");
      put(zip, "word/comments.xml", "<w:comments" + NAMESPACES + "><w:comment w:id=\"2\" w:author=\"Erika\">"
          + p("Kommentarwort") + "</w:comment></w:comments>");
      put(zip, "word/header.xml", "<w:hdr" + NAMESPACES + ">" + p("Kopfwort") + "</w:hdr>");
    }
    return bytes.toByteArray();
  }

  private static String relationships(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
        + "</Relationships>";
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String p(String words) {
    return "<w:p>" + r(words) + "</w:p>";
  }

  private static String r(String words) {
    return "<w:r><w:t>" + words + "</w:t></w:r>";
  }

  private static UploadedText read(String body) throws IOException {
    return WordReader.read("entwurf.docx", docx(body), Set.of());
  }

  private static String everything(UploadedText text) {
    return text.sections().values().stream().map(RichText::plain).collect(Collectors.joining("\n")) + "\n"
        + text.findings().stream().map(finding -> finding.sentence() + finding.texts()).collect(Collectors.joining("\n"));
  }

  /** What may stand in a body (ECMA-376, EG_BlockLevelElts), each with its words. */
  private static List<String> blocks() {
    return List.of(p("WORT"), "<w:tbl><w:tr><w:tc>" + p("WORT") + "</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>" + p("WORT") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + p("WORT") + "</w:tc></w:tr></w:tbl>" + p("") + "</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + p("WORT") + "</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr><w:tc>" + p("WORT") + "</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>" + p("WORT") + "</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("WORT") + "</w:sdtContent></w:sdt>",
        "<w:customXml w:element=\"x\">" + p("WORT") + "</w:customXml>", "<w:ins w:id=\"1\">" + p("WORT") + "</w:ins>",
        "<w:del w:id=\"1\"><w:p><w:r><w:delText>WORT</w:delText></w:r></w:p></w:del>",
        "<w:moveFrom w:id=\"1\">" + p("WORT") + "</w:moveFrom>", "<w:moveTo w:id=\"1\">" + p("WORT") + "</w:moveTo>",
        "<m:oMathPara><m:oMath><m:r><m:t>WORT</m:t></m:r></m:oMath></m:oMathPara>",
        "<m:oMath><m:r><m:t>WORT</m:t></m:r></m:oMath>",
        "<mc:AlternateContent><mc:Choice Requires=\"x\">" + p("WORT") + "</mc:Choice><mc:Fallback>" + p("anders")
            + "</mc:Fallback></mc:AlternateContent>",
        "<w:zukunft>" + p("WORT") + "</w:zukunft>",
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + r("WORT") + "</w:p>" + p("danach"),
        "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>" + r("WORT") + "</w:p>");
  }

  /** What may stand in a paragraph (EG_PContent) and in a run (EG_RunInnerContent), each with its words if it has any. */
  private static List<String> inlines() {
    String box = "<w:txbxContent>" + p("WORT") + "</w:txbxContent>";
    return List.of(r("WORT"), "<w:hyperlink r:id=\"link\">" + r("Stadt") + "</w:hyperlink>",
        "<w:hyperlink w:anchor=\"a\">" + r("WORT") + "</w:hyperlink>", "<w:ins w:id=\"1\">" + r("WORT") + "</w:ins>",
        "<w:del w:id=\"1\"><w:r><w:delText>WORT</w:delText></w:r></w:del>", "<w:moveTo w:id=\"1\">" + r("WORT") + "</w:moveTo>",
        "<w:moveFrom w:id=\"1\">" + r("WORT") + "</w:moveFrom>", "<w:smartTag>" + r("WORT") + "</w:smartTag>",
        "<w:customXml>" + r("WORT") + "</w:customXml>", "<w:dir>" + r("WORT") + "</w:dir>", "<w:bdo>" + r("WORT") + "</w:bdo>",
        "<w:sdt><w:sdtContent>" + r("WORT") + "</w:sdtContent></w:sdt>",
        "<w:fldSimple w:instr=\"REF x\">" + r("WORT") + "</w:fldSimple>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType=\"separate\"/>"
            + "<w:t>WORT</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"https://x.org/WORT\"</w:instrText>"
            + "<w:fldChar w:fldCharType=\"separate\"/><w:t>x</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<m:oMath><m:r><m:t>WORT</m:t></m:r></m:oMath>",
        "<w:r><w:ruby><w:rt>" + r("WORT") + "</w:rt><w:rubyBase>" + r("x") + "</w:rubyBase></w:ruby></w:r>",
        "<w:r><w:pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></w:pict></w:r>",
        "<w:r><w:pict><v:shape><v:textpath string=\"WORT\"/></v:shape></w:pict></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + box
            + "</wps:txbx></wps:wsp></w:drawing></mc:Choice></mc:AlternateContent></w:r>",
        "<w:r><w:drawing><wp:inline><wp:docPr descr=\"WORT\"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>",
        "<w:r><w:drawing><wp:inline><wp:docPr title=\"WORT\"/></wp:inline></w:drawing></w:r>",
        "<w:r><w:object><wp:docPr descr=\"WORT\"/></w:object></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>WORT</w:t></w:r>",
        "<w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr><w:t>WORT</w:t></w:r>",
        "<w:r><w:rPr><w:highlight w:val=\"yellow\"/><w:rPrChange w:id=\"1\"/></w:rPr><w:t>WORT</w:t></w:r>",
        "<w:zukunft>" + r("WORT") + "</w:zukunft>", "<w:r><w:zukunft>" + r("WORT") + "</w:zukunft></w:r>");
  }

  @Test
  void noWordsVanishWhateverTheyStandIn() throws IOException {
    for (String element : Stream.concat(blocks().stream(), inlines().stream().map(inline -> "<w:p>" + inline + "</w:p>"))
        .toList()) {
      assertThat(everything(read(HEADING + p("davor") + element))).as("in a part: " + element)
          .contains("WORT").contains("davor");
      assertThat(everything(read(p("davor") + element))).as("outside: " + element).contains("WORT").contains("davor");
      assertThat(everything(read(HEADING + "<w:tbl><w:tr><w:tc>" + element + "</w:tc></w:tr></w:tbl>")))
          .as("in a cell: " + element).contains("WORT");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<w:footnoteReference w:id=\"2\"/> | Fußnotenwort",
      "<w:endnoteReference w:id=\"2\"/>  | Endnotenwort",
      "<w:commentReference w:id=\"2\"/>  | Erika: Kommentarwort",
      "<w:br w:type=\"page\"/>           | 1 Seiten- oder Spaltenumbruch in der Begründung entfällt.",
      "<w:t>x</w:t><w:tab/><w:t>y</w:t>  | 1 Tabulator in der Begründung wurde zu einem Leerzeichen.",
      "<w:t>x</w:t><w:ptab/><w:t>y</w:t> | 1 Tabulator in der Begründung wurde zu einem Leerzeichen.",
      "<w:sym w:font=\"Wingdings\" w:char=\"F04A\"/> | 1 Sonderzeichen in der Begründung ist nicht bekannt",
      "<w:contentPart/> | 1 Diagramm oder eingebettetes Objekt in der Begründung wurde nicht übernommen",
      "<w:dayShort/>    | 1 Feld in der Begründung wurde mit seinem letzten Stand übernommen.",
      "<w:pgNum/>       | 1 Feld in der Begründung wurde mit seinem letzten Stand übernommen.",
      "<w:drawing><pic:pic/></w:drawing> | 1 Bild in der Begründung wurde nicht übernommen: bitte als Anlage hochladen.",
      "<w:zukunft/>     | 1 unbekannter Bestandteil in der Begründung wurde als einfacher Text übernommen."})
  void whatHasNoWordsOfItsOwnIsTold(String element, String expected) throws IOException {
    assertThat(everything(read(HEADING + "<w:p><w:r>" + element + "</w:r></w:p>"))).contains(expected);
  }

  @Test
  void partsThatTheTextDoesNotReferToAreTold() throws IOException {
    assertThat(everything(read(HEADING + p("Text") + "<w:altChunk r:id=\"x\"/>")))
        .contains("Kommentarwort", "Kopfwort", "1 eingebettete Datei in der Begründung wurde nicht übernommen");
  }

  @Test
  void whatIsSilentSaysNothing() throws IOException {
    UploadedText text = read(HEADING + "<w:bookmarkStart w:id=\"1\"/><w:proofErr/><w:p><w:r><w:lastRenderedPageBreak/>"
        + "<w:t xml:space=\"preserve\">Nichts </w:t><w:noBreakHyphen/><w:softHyphen/><w:t>weiter</w:t><w:br/><w:t>neu</w:t>"
        + "<w:commentReference w:id=\"2\"/></w:r></w:p><w:bookmarkEnd w:id=\"1\"/><w:sectPr/>");

    assertThat(text.sections().get(PaperSection.REASONS)).hasToString("<p>Nichts \u2011\u00ADweiter<br/>neu</p>");
    assertThat(text.findings()).extracting(WordFinding::sentence).containsExactly(
        "1 Kommentar in der Begründung wurde nicht übernommen.", "1 Kopf- oder Fußzeile wurde nicht übernommen.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Begründung", "Begründung:", "2. BEGRÜNDUNG", "II. Sachverhalt", "Sachdarstellung :"})
  void headingsOfThesesNamesBeginAPart(String heading) throws IOException {
    UploadedText text = read(p("Beschluss") + p("1. Erstens") + p("2. Zweitens") + p(heading) + p("Weil")
        + p("- a") + p("- b"));

    assertThat(text.sections().get(PaperSection.RESOLUTION)).hasToString("<ol><li>Erstens</li><li>Zweitens</li></ol>");
    assertThat(text.sections().get(PaperSection.REASONS)).hasToString("<p>Weil</p><ul><li>a</li><li>b</li></ul>");
  }

  @Test
  void contentControlsWithTheTagOfAPartAreThePart() throws IOException {
    UploadedText text = read("<w:sdt><w:sdtPr><w:tag w:val=\"gremienlauf.subject\"/></w:sdtPr><w:sdtContent>"
        + p("Neuer Betreff") + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:tag w:val=\"gremienlauf.resolution\"/></w:sdtPr>"
        + "<w:sdtContent>" + p("Der Rat beschließt.") + p("Alternative") + "</w:sdtContent></w:sdt>"
        + "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"gremienlauf.budget\"/></w:sdtPr><w:sdtContent>" + r("Keine.")
        + "</w:sdtContent></w:sdt></w:p>");

    assertThat(text.subject()).isEqualTo("Neuer Betreff");
    assertThat(text.sections().get(PaperSection.RESOLUTION)).hasToString("<p>Der Rat beschließt.</p><p>Alternative</p>");
    assertThat(text.sections().get(PaperSection.BUDGET)).hasToString("<p>Keine.</p>");
  }

  @Test
  void whatIsDamagedOrTooMuchIsRefusedInOneSentence() throws IOException {
    assertThatThrownBy(() -> read("<w:p>")).isInstanceOf(BusinessException.class)
        .hasMessage("Die Datei „entwurf.docx“ ist beschädigt und lässt sich nicht lesen.");
    assertThatThrownBy(() -> read("<w:sdt><w:sdtContent>".repeat(5000) + "</w:sdtContent></w:sdt>".repeat(5000)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("beschädigt");
    assertThatThrownBy(() -> read(HEADING + p("x".repeat(100)).repeat(300_000))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("zu umfangreich");
    assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + p("&e;")))
        .isInstanceOf(BusinessException.class);
  }
}

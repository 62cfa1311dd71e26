package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PaperRendererTest {

  private static final PaperRenderer RENDERER = new PaperRenderer(new PdfRenderer());

  static Stream<Arguments> papers() {
    return Stream.of(
        Arguments.of("report", PaperSamples.report()),
        Arguments.of("full", PaperSamples.full()),
        Arguments.of("non-public", PaperSamples.nonPublic()),
        Arguments.of("politics", PaperSamples.politics()),
        Arguments.of("cover", PaperSamples.coverPage()),
        Arguments.of("stations", PaperSamples.manyStations()),
        Arguments.of("long", PaperSamples.long20Pages()),
        Arguments.of("weird", PaperSamples.weird()),
        Arguments.of("rich", PaperSamples.rich()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("papers")
  void conformsToPdfA2aAndPdfUa1(String name, PaperDocument paper) throws Exception {
    byte[] pdf = RENDERER.render(paper);
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name + ".pdf"), pdf);

    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("papers")
  void givesTheSameBytesEveryTime(String name, PaperDocument paper) {
    assertThat(new PaperRenderer(new PdfRenderer()).render(paper)).isEqualTo(RENDERER.render(paper));
  }

  /** Negative control: what is no archive file is found out. */
  @Test
  void plainPdfDoesNotConform() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bytes);
    }

    assertThat(Conformance.violations(bytes.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
    assertThat(Conformance.violations(bytes.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  @Test
  void printsTheReportInTheOrderOfItsParts() throws IOException {
    assertThat(PdfText.plain(RENDERER.render(PaperSamples.report()))).containsSubsequence(
        "Stadt Musterstadt", "Mitteilung", "öffentlicher Teil", "Gremium Datum",
        "Integrationsrat 14.01.2020", "Ausschuss Soziales und Senioren 16.01.2020",
        "Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales 27.01.2020",
        "Jugendhilfeausschuss 28.01.2020", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“",
        "Der Rat hat am 04.04.2017 beschlossen", "„Gemeinsam klappt´s“", "Vorlagen-Nummer 3184/2019 Seite 1 von 2",
        "Stadt Musterstadt · Mitteilung · Abschlussbericht", "Anlage 1: Zieldatei", "Anlage 2: Niederschrift",
        "Hinweis: Die Anlage 2 dieser Mitteilung wird nicht mit umgedruckt, um Papier zu sparen. "
            + "Sie ist digital vollständig einsehbar.",
        "gez. StD Dr. Keller i. V. von OB Reker", "Vorlagen-Nummer 3184/2019 Seite 2 von 2");
  }

  @Test
  void printsAMitteilungWithoutHeadingsAndRoles() throws IOException {
    assertThat(PdfText.plain(RENDERER.render(PaperSamples.report())))
        .doesNotContain("Begründung", "Beschlussvorschlag", "Zuständigkeit");
  }

  @Test
  void printsAllPartsOfABeschlussvorlage() throws IOException {
    assertThat(PdfText.plain(RENDERER.render(PaperSamples.full()))).contains(
        "0554/2017/1", "Gremium Zuständigkeit Datum", "Rat Entscheidung 04.04.2017", "Vorberatung –",
        "Umwelt/Gesundheit/Verbraucherschutz/", "Fassung nach Beratung im Integrationsrat am 14.03.2017",
        "Beschlussvorschlag 1. Der Rat beschließt", "2. Die Verwaltung berichtet", "3. Der Eigenanteil",
        "nach § 44 LHO", "wird i. V. m. § 83 GO NRW bereitgestellt", "Haushaltsmäßige Auswirkungen",
        "3. Übertragung in die Regelarbeit", "14. Januar 2018 ist der Tag", "Alternative",
        "Hinweis: Die Anlage 2 dieser Beschlussvorlage wird nicht", "gez. Meyer i. A. von Bg. Dr. Schulz gez. Reker",
        "Ergänzung vom 20.03.2017 Der Finanzierungsplan ist auf Seite 3 berichtigt. Anlage 3: Finanzierungsplan",
        "Hinweis: Die Anlage 3 dieser Beschlussvorlage wird nicht");
  }

  @Test
  void marksEveryPageOfANonPublicPaper() throws IOException {
    String text = PdfText.plain(RENDERER.render(PaperSamples.nonPublic()));

    assertThat(text).contains("nichtöffentlicher Teil (§ 48 Abs. 2 GO NRW: Grundstücksangelegenheit)");
    assertThat(text).contains("Vorlagen-Nummer 3184/2019 · nichtöffentlich");
  }

  @Test
  void printsFilersInsteadOfASignature() throws IOException {
    assertThat(PdfText.plain(RENDERER.render(PaperSamples.politics())))
        .contains("Eingereicht von Fraktion Bürger für Musterstadt: Erika Mustermann, Fraktionsvorsitzende",
            "Hinweis: Die Anlagen 1, 2 und 3 dieses Dringlichkeitsantrags werden nicht",
            "Sie sind digital vollständig einsehbar.", "Beschlussvorschlag Die Verwaltung legt")
        .doesNotContain("gez.", "Dezernat, Dienststelle");
  }

  @Test
  void pointsToTheFileThatHoldsTheText() throws IOException {
    assertThat(PdfText.plain(RENDERER.render(PaperSamples.coverPage())))
        .contains("Der Wortlaut liegt als Datei „Beschlussvorlage Bebauungsplan 67420-04.docx“ bei. "
            + "SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .doesNotContain("Freigabedatum");
  }

  @Test
  void repeatsTheHeadOfALongTableOnEveryPage() throws IOException {
    String text = PdfText.plain(RENDERER.render(PaperSamples.manyStations()));

    assertThat(text.split("Gremium Zuständigkeit Datum", -1).length - 1).isGreaterThan(2);
    assertThat(text).contains("Bezirksvertretung 60");
  }

  @Test
  void replacesWhatNoGlyphStandsFor() throws IOException {
    assertThat(PdfText.text(RENDERER.render(PaperSamples.weird())))
        .contains("AB <b>&amp; & \" ' > </p> ]]> ${7*7} [[${7*7}]] Emoji □", "Bürger Ångström", "klappt´s", "allein □",
            "☐☑✓→≥−‰ ẞ Ł")
        .doesNotContain("49 ", "\u0000", "😀");
  }

  @Test
  void saysWhatItIs() throws IOException {
    try (PDDocument document = Loader.loadPDF(RENDERER.render(PaperSamples.report()))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Mitteilung 3184/2019: Abschlussbericht zum Projekt „Einwanderung gestalten NRW“");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant()).hasToString("2020-01-06T00:00:00Z");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      // Read out in this order: letterhead, type, committees, subject, text, Anlagen.
      assertThat(PdfText.types(document.getDocumentCatalog().getStructureTreeRoot()))
          .containsSubsequence("P", "H1", "P", "Table", "THead", "TH", "TBody", "TD", "H2", "P", "L", "LI", "H3", "L",
              "P")
          .startsWith("Document", "Div", "Div", "Span", "Div", "P", "P", "Div", "P");
    }
  }
}

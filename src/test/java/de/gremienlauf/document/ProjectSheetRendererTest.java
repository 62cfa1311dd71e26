package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ProjectSheetRendererTest {

  private static final ProjectSheetRenderer RENDERER = new ProjectSheetRenderer(new PdfRenderer());

  static Stream<Arguments> sheets() {
    String endless = MeetingSamples.ENDLESS + " " + MeetingSamples.WORDY;
    return Stream.of(
        Arguments.of("project-sheet", proof()),
        Arguments.of("project-sheet-bare", new ProjectSheet("Stadt Köln", null, "Zieldatei", "Förderprojekt",
            List.of(), List.of(), List.of(), LocalDate.of(2019, 12, 6))),
        Arguments.of("project-sheet-endless", sheet(endless)),
        Arguments.of("project-sheet-weird", sheet(PaperSamples.WEIRD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sheets")
  void isForTheArchiveAndForEverybody(String name, ProjectSheet sheet) throws Exception {
    byte[] pdf = RENDERER.render(sheet);

    Files.createDirectories(Path.of("target/documents"));
    Files.write(Path.of("target/documents/" + name + ".pdf"), pdf);
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(PdfText.cut(pdf)).isEmpty();
  }

  @Test
  void printsEveryPartInItsOrder() throws Exception {
    assertThat(PdfText.plain(RENDERER.render(proof()))).containsSubsequence("Stadt Köln",
        "Vorzulegen bis", "30.06.2020", "Amt für Integration und Vielfalt", "Verwendungsnachweis",
        "Förderprojekt „Einwanderung gestalten NRW“", "Sachbericht", "Es wurde beraten.", "Ausgaben", "Position",
        "Soll",
        "1", "Personal", "1.234,56", "2", "Sachkosten", "–", "Summe", "1.234,56", "Die Summe ist bindend.",
        "Für die Richtigkeit: Erika Mustermann");
  }

  @Test
  void theSameSheetGivesTheSameBytes() {
    assertThat(RENDERER.render(proof())).isEqualTo(RENDERER.render(proof()));
  }

  static ProjectSheet proof() {
    return new ProjectSheet("Stadt Köln", "Amt für Integration und Vielfalt", "Verwendungsnachweis",
        "Förderprojekt „Einwanderung gestalten NRW“", List.of(new ProjectSheet.Fact("Vorzulegen bis", "30.06.2020"),
            new ProjectSheet.Fact("Aktenzeichen", null)),
        List.of(ProjectSheet.Section.of("Sachbericht", "Es wurde beraten."),
            ProjectSheet.Section.of("Ausgaben", new ProjectSheet.Table(
                List.of(new ProjectSheet.Column("Nr.", 12, false), new ProjectSheet.Column("Position", null, false),
                    new ProjectSheet.Column("Soll", 30, true)),
                List.of(List.of("1", "Personal", "1.234,56"), Arrays.asList("2", "Sachkosten", null)),
                List.of(Arrays.asList(null, "Summe", "1.234,56"))), "Die Summe ist bindend.")),
        List.of("Für die Richtigkeit: Erika Mustermann"), LocalDate.of(2020, 6, 15));
  }

  /** What people write; the name of a document and of its columns are our own words. */
  private static ProjectSheet sheet(String text) {
    return new ProjectSheet(text, text, "Zieldatei", text, List.of(new ProjectSheet.Fact(text, text)),
        List.of(new ProjectSheet.Section(text, text, new ProjectSheet.Table(
            List.of(new ProjectSheet.Column("Ziel", null, false), new ProjectSheet.Column("Ist", 40, true)),
            Collections.nCopies(5, List.of(text, "12.345.678,90")), List.of()), text)),
        List.of(text), LocalDate.of(2020, 6, 15));
  }
}

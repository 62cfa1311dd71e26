package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PaperRendererTest {

  private static final PaperRenderer RENDERER = new PaperRenderer();

  @BeforeAll
  static void initialiseValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> papers() {
    return Stream.of(
        Arguments.of("report", PaperSamples.report()),
        Arguments.of("full", PaperSamples.full()),
        Arguments.of("non-public", PaperSamples.nonPublic()),
        Arguments.of("politics", PaperSamples.politics()),
        Arguments.of("cover", PaperSamples.coverPage()),
        Arguments.of("stations", PaperSamples.manyStations()),
        Arguments.of("long", PaperSamples.long20Pages()),
        Arguments.of("weird", PaperSamples.weird()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("papers")
  void conformsToPdfA2aAndPdfUa1(String name, PaperDocument paper) throws Exception {
    byte[] pdf = RENDERER.render(paper);
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name + ".pdf"), pdf);

    assertThat(violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("papers")
  void givesTheSameBytesEveryTime(String name, PaperDocument paper) {
    assertThat(new PaperRenderer().render(paper)).isEqualTo(RENDERER.render(paper));
  }

  /** Negative control: what is no archive file is found out. */
  @Test
  void plainPdfDoesNotConform() throws Exception {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bytes);
    }

    assertThat(violations(bytes.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
    assertThat(violations(bytes.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  private static List<String> violations(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      List<String> violations = result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
          .map(assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + ": "
              + assertion.getMessage())
          .distinct()
          .toList();
      assertThat(result.isCompliant()).isEqualTo(violations.isEmpty());
      return violations;
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}

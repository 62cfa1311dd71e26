package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordCopiesTest {

  private static final PdfRenderer PDF = new PdfRenderer();
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{3,}");

  static Stream<Arguments> documents() {
    MeetingRenderer meetings = new MeetingRenderer(PDF);
    PaperRenderer papers = new PaperRenderer(PDF);
    return Stream.of(
        Arguments.of("paper", papers.render(PaperSamples.full())),
        Arguments.of("rich", papers.render(PaperSamples.rich())),
        Arguments.of("minutes", meetings.minutes(MeetingSamples.minutes())),
        Arguments.of("draft-minutes", meetings.minutes(MeetingSamples.draft())),
        Arguments.of("redacted-minutes", meetings.minutes(MeetingSamples.redacted())),
        Arguments.of("proof", new ProjectSheetRenderer(PDF).render(ProjectSheetRendererTest.proof())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theWordFileSaysWhatThePdfSays(String name, byte[] pdf) throws IOException {
    byte[] docx = WordCopies.word(PdfRenderer.source(pdf), DAY);
    Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("copy-" + name + ".docx"), docx);

    // On paper the number of a note and a second bar follow without a blank.
    assertThat(words(text(docx))).containsAll(words(PdfText.plain(pdf).replace("geschwärzt", "geschwärzt ")
        .replace("Zeile1", "Zeile")));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.replace("\u00AD", "").replace("\n", " ")).results().map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(byte[] docx) throws IOException {
    try (WordPackage file = WordPackage.open(docx)) {
      return Stream.concat(Stream.of(file.document()),
              Stream.of("footnotes", "footer").flatMap(kind -> parts(file, kind).stream()))
          .map(WordElements::words).collect(Collectors.joining("\n"));
    }
  }

  private static List<org.w3c.dom.Element> parts(WordPackage file, String kind) {
    try {
      return file.parts(kind);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aSecretNameIsNotInTheWordFile() throws IOException {
    byte[] pdf = new MeetingRenderer(PDF).minutes(MeetingSamples.redacted());

    assertThat(text(WordCopies.word(PdfRenderer.source(pdf), DAY))).contains("[geschwärzt]");
  }

  @Test
  void whatWasNotPrintedHereHasNoSource() {
    assertThat(PdfRenderer.source(new byte[] {1})).isNull();
  }
}

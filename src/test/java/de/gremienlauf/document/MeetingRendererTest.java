package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class MeetingRendererTest {

  private static final MeetingRenderer RENDERER = new MeetingRenderer(new PdfRenderer());

  static Stream<Arguments> documents() {
    String endless = MeetingSamples.ENDLESS + " " + MeetingSamples.WORDY;
    return Stream.of(
        agenda("agenda", MeetingSamples.agenda()),
        agenda("agenda-public", MeetingSamples.publicAgenda()),
        agenda("agenda-supplement", MeetingSamples.supplement()),
        agenda("agenda-long", MeetingSamples.longAgenda()),
        agenda("agenda-empty", MeetingSamples.emptyAgenda()),
        agenda("agenda-endless", MeetingSamples.endlessAgenda()),
        agenda("agenda-weird", MeetingSamples.weirdAgenda()),
        document("invitation", renderer -> renderer.invitation(MeetingSamples.invitation())),
        document("invitation-endless", renderer -> renderer.invitation(
            new InvitationDocument(MeetingSamples.endlessAgenda(), endless, endless, endless))),
        document("invitation-weird", renderer -> renderer.invitation(new InvitationDocument(
            MeetingSamples.weirdAgenda(), PaperSamples.WEIRD, PaperSamples.WEIRD, PaperSamples.WEIRD))),
        attendance("attendance", MeetingSamples.head(), MeetingSamples.people(), false),
        attendance("attendance-signing", MeetingSamples.head(), MeetingSamples.people(), true),
        attendance("attendance-long", MeetingSamples.head(), MeetingSamples.manyPeople(), true),
        attendance("attendance-empty", MeetingSamples.bareHead(), List.of(), true),
        attendance("attendance-endless", MeetingSamples.endlessHead(), MeetingSamples.endlessPeople(), true),
        attendance("attendance-weird", MeetingSamples.weirdHead(), MeetingSamples.weirdPeople(), true),
        minutes("minutes", MeetingSamples.minutes()),
        minutes("minutes-draft", MeetingSamples.draft()),
        minutes("minutes-redacted", MeetingSamples.redacted()),
        minutes("minutes-long", MeetingSamples.longMinutes()),
        minutes("minutes-endless", MeetingSamples.minutesOf(MeetingSamples.endlessHead(),
            MeetingSamples.endlessPeople(), endless)),
        minutes("minutes-weird", MeetingSamples.minutesOf(MeetingSamples.weirdHead(), MeetingSamples.weirdPeople(),
            PaperSamples.WEIRD)),
        excerpt("excerpt", MeetingSamples.excerpt()),
        excerpt("excerpt-provisional", MeetingSamples.provisionalExcerpt()),
        excerpt("excerpt-bare", MeetingSamples.bareExcerpt()),
        excerpt("excerpt-endless", MeetingSamples.excerptOf(MeetingSamples.endlessHead(), endless)),
        excerpt("excerpt-weird", MeetingSamples.excerptOf(MeetingSamples.weirdHead(), PaperSamples.WEIRD)));
  }

  private static Arguments agenda(String name, AgendaDocument agenda) {
    return document(name, renderer -> renderer.agenda(agenda));
  }

  private static Arguments attendance(String name, MeetingHead head, List<AttendanceGroup> groups, boolean signing) {
    return document(name, renderer -> renderer.attendance(MeetingSamples.attendance(head, groups, signing)));
  }

  private static Arguments minutes(String name, MinutesDocument minutes) {
    return document(name, renderer -> renderer.minutes(minutes));
  }

  private static Arguments excerpt(String name, ExcerptDocument excerpt) {
    return document(name, renderer -> renderer.excerpt(excerpt));
  }

  private static Arguments document(String name, Function<MeetingRenderer, byte[]> rendering) {
    return Arguments.of(name, rendering);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void conformsToPdfA2aAndPdfUa1(String name, Function<MeetingRenderer, byte[]> rendering) throws Exception {
    byte[] pdf = rendering.apply(RENDERER);
    Path folder = Files.createDirectories(Path.of("target", "meetings"));
    Files.write(folder.resolve(name + ".pdf"), pdf);

    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void givesTheSameBytesEveryTime(String name, Function<MeetingRenderer, byte[]> rendering) {
    assertThat(rendering.apply(new MeetingRenderer(new PdfRenderer()))).isEqualTo(rendering.apply(RENDERER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void cutsNothing(String name, Function<MeetingRenderer, byte[]> rendering) throws IOException {
    assertThat(PdfText.cut(rendering.apply(RENDERER))).isEmpty();
  }
}

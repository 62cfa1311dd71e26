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

  /** Every letter of the words no line is long enough for is printed, however narrow the column. */
  @Test
  void printsEndlessWordsCompletely() throws IOException {
    // City, kind, beginning, term, note, title, type of the first item, number, reference and remark of the second.
    assertThat(letters(RENDERER.agenda(MeetingSamples.endlessAgenda()), 'X')).isGreaterThanOrEqualTo(10 * 2000);
    assertThat(letters(RENDERER.attendance(MeetingSamples.attendance(MeetingSamples.head(),
        MeetingSamples.endlessPeople(), true)), 'X')).isEqualTo(3 * 2000);
    assertThat(letters(RENDERER.excerpt(MeetingSamples.excerptOf(MeetingSamples.bareHead(), MeetingSamples.ENDLESS)),
        'X')).isEqualTo(12 * 2000);
  }

  private static long letters(byte[] pdf, char letter) throws IOException {
    return PdfText.text(pdf).chars().filter(found -> found == letter).count();
  }

  @Test
  void printsTheAgendaInItsOrder() throws IOException {
    assertThat(PdfText.plain(RENDERER.agenda(MeetingSamples.agenda()))).containsSubsequence(
        "Stadt Musterstadt", "Sitzung am Dienstag, 14.01.2020", "Integrationsrat", "15:30 Uhr",
        "Historisches Rathaus", "2014/2020", "Tagesordnung", "öffentlicher und nichtöffentlicher Teil", "33. Sitzung",
        "Öffentlicher Teil", "TOP Gegenstand Vorlage", "Ö 1 Anfragen und Anträge", "Ö 1.1 Anfrage der Fraktion",
        "AN/0012/2020", "Ö 2.1 Abschlussbericht", "3184/2019", "Mitteilung", "Tischvorlage", "Ö 3 Verschiedenes",
        "Nichtöffentlicher Teil", "N 1 Kaufpreis des Grundstücks Rheinstraße 7 3185/2019",
        "§ 48 Abs. 2 GO NRW: Grundstücksangelegenheit", "Tagesordnung · nichtöffentlich Seite 1 von 1");
  }

  @Test
  void printsAPublicAgendaAsItIsGiven() throws IOException {
    String all = PdfText.everything(RENDERER.agenda(MeetingSamples.publicAgenda()));

    assertThat(all).contains("FassungfürdieÖffentlichkeit", "N1Grundstücksangelegenheit");
    assertThat(all).doesNotContain("Kaufpreis", "Rheinstraße", "3185/2019", "§48");
  }

  @Test
  void printsNothingOfAPartWithoutItems() throws IOException {
    assertThat(PdfText.everything(RENDERER.agenda(MeetingSamples.supplement())).toLowerCase())
        .contains("2.nachtragzurtagesordnung(öffentlicherteil)", "(sondersitzung)", "§49abs.2gonrw",
            "dringlichkeitsantrag")
        .doesNotContain("nichtöffentlich", "beginn", "ort", "wahlperiode");
    assertThat(PdfText.plain(RENDERER.agenda(MeetingSamples.emptyAgenda()))).contains("Keine Tagesordnungspunkte")
        .doesNotContain("Gegenstand");
  }

  @Test
  void repeatsTheHeadOfALongAgendaAndListsItsItems() throws IOException {
    byte[] pdf = RENDERER.agenda(MeetingSamples.longAgenda());
    String text = PdfText.plain(pdf);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      assertThat(text.split("TOP Gegenstand Vorlage", -1)).hasSize(pages + 1);
      assertThat(text).contains("Seite 1 von " + pages, "Seite " + pages + " von " + pages,
          "Stadt Musterstadt · Integrationsrat · Sitzung am 14.01.2020");
      assertThat(PdfText.bookmarks(document)).hasSize(65).contains("Öffentlicher Teil",
          "Ö 1.1 Angelegenheiten der Ämter 1");
      assertThat(PdfText.types(document.getDocumentCatalog().getStructureTreeRoot()))
          .containsSubsequence("H1", "H2", "Table", "THead", "TH", "TBody", "TR", "TD");
    }
    MeetingSamples.longAgenda().publicItems().stream().filter(item -> item.reference() != null)
        .forEach(item -> assertThat(text).contains(item.reference()));
  }

  @Test
  void printsALetterWithTheAgenda() throws IOException {
    assertThat(PdfText.plain(RENDERER.invitation(MeetingSamples.invitation()))).containsSubsequence(
        "Frau Ratsmitglied Erika Mustermann", "Einladung", "Sehr geehrte Frau Mustermann,", "Ihrer Stellvertretung",
        "bis zum 13.01.2020 um 12 Uhr Bescheid.", "Max Mustermann, Vorsitzender", "Tagesordnung", "Ö 3 Verschiedenes",
        "N 1 Kaufpreis");
  }

  @Test
  void printsWhoAttended() throws IOException {
    byte[] list = RENDERER.attendance(MeetingSamples.attendance(MeetingSamples.head(), MeetingSamples.people(), false));

    assertThat(PdfText.plain(list)).containsSubsequence("Anwesenheitsliste", "Vorsitz", "Name Fraktion Bemerkung",
            "Max Mustermann SPD", "Dr. Ayşe Yılmaz-Öztürk Bündnis 90/Die Grünen ab 16:10 Uhr, TOP Ö 3.1",
            "Łukasz Wiśniewski bis 17:00 Uhr", "i. V. für Hans-Peter", "Beratende Mitglieder niemand", "Verwaltung")
        .doesNotContain("Unterschrift");
    assertThat(PdfText.plain(RENDERER.attendance(
        MeetingSamples.attendance(MeetingSamples.bareHead(), List.of(), true)))).contains("niemand");
  }

  @Test
  void hasRoomForSignaturesOnEveryPage() throws IOException {
    byte[] list = RENDERER.attendance(
        MeetingSamples.attendance(MeetingSamples.head(), MeetingSamples.manyPeople(), true));

    try (PDDocument document = Loader.loadPDF(list)) {
      assertThat(PdfText.plain(list).split("Name Fraktion Unterschrift", -1)).hasSize(document.getNumberOfPages() + 1);
    }
  }

  @Test
  void printsTheMinutesInTheirOrder() throws IOException {
    assertThat(PdfText.plain(RENDERER.minutes(MeetingSamples.minutes()))).containsSubsequence(
            "Beginn", "15:34 Uhr", "Ende", "17:52 Uhr", "Niederschrift", "öffentlicher Teil", "33. Sitzung",
            "Anwesenheit", "Vorsitz Max Mustermann (SPD)",
            "Dr. Ayşe Yılmaz-Öztürk (Bündnis 90/Die Grünen), ab 16:10 Uhr, TOP Ö 3.1", "Beratende Mitglieder niemand",
            "Feststellungen Der Vorsitzende stellt fest", "beschlussfähig.", "Tagesordnung", "Ö 1 Anfragen und Anträge",
            "Die Verwaltung sagt", "Ergebnis: zurückgestellt", "Ö 2.1 Abschlussbericht", "3184/2019",
            "Beschluss 1. Der Integrationsrat", "das Netzwerk i. V. m. § 27 GO NRW", "3. Der Eigenanteil",
            "Ergebnis: geändert beschlossen", "Abstimmung: mehrheitlich gegen", "CDU: 4 Ja, 1 Enthaltung",
            "Wegen Befangenheit nicht mitgewirkt: Erika Mustermann", "unterbrochen.", "Ö 3 Verschiedenes",
            "Einwendungen gegen", "gez. Max Mustermann, Vorsitzender gez. Sabine Schreiber")
        .doesNotContain("Entwurf", "geschwärzt", "15:30");
  }

  @Test
  void marksADraftOnEveryPage() throws IOException {
    assertThat(PdfText.plain(RENDERER.minutes(MeetingSamples.draft())))
        .contains("Niederschrift nichtöffentlicher Teil Entwurf", "Anwesenheit niemand",
            "Niederschrift (nichtöffentlicher Teil) · Entwurf Seite 1", "· Entwurf Seite 2")
        .doesNotContain("Feststellungen", "gez.", "Einwendungen");
  }

  @Test
  void printsBarsInARedactedCopy() throws IOException {
    String text = PdfText.plain(RENDERER.minutes(MeetingSamples.redacted()));

    assertThat(text).contains("Geschwärzte Fassung zur Veröffentlichung, Freigabe vom 03.02.2020",
        "Dr. geschwärzt, i. V. für geschwärzt", "Ö 1 Antrag von geschwärzt", "beschlossen geschwärzt",
        "Für geschwärzt ist niemand erschienen.", "gez. geschwärzt", "Teil) · geschwärzte Fassung");
    assertThat(text).doesNotContain("[geschwärzt]");
  }

  @Test
  void leavesWordsInBracketsAloneWhereNothingIsRedacted() throws IOException {
    MinutesDocument copy = MeetingSamples.redacted();
    MinutesDocument plain = new MinutesDocument(copy.head(), true, null, null, copy.attendance(), copy.opening(),
        copy.items(), copy.signatures(), false, copy.closing(), copy.createdOn(), false);

    assertThat(PdfText.plain(RENDERER.minutes(plain))).contains("Dr. [geschwärzt], i. V. für [geschwärzt]")
        .doesNotContain("Geschwärzte Fassung");
  }

  @Test
  void certifiesAnExcerpt() throws IOException {
    assertThat(PdfText.plain(RENDERER.excerpt(MeetingSamples.excerpt()))).containsSubsequence(
            "Beglaubigter Beschlussauszug", "öffentlicher Teil", "33. Sitzung", "TOP Ö 2.1 Abschlussbericht",
            "Beschlussvorlage 3184/2019", "Beschluss 1. Der Integrationsrat", "Ergebnis: geändert beschlossen",
            "Abstimmung: einstimmig bei 2 Enthaltungen", "SPD: 5 Ja", "Der Beschluss darf ab dem 18.01.2020",
            "Für die Richtigkeit: Sabine Schreiber")
        .doesNotContain("orläufig", "Berichtigt", "nichtöffentlich");
  }

  @Test
  void saysThatAnExcerptIsProvisional() throws IOException {
    assertThat(PdfText.plain(RENDERER.excerpt(MeetingSamples.provisionalExcerpt())))
        .contains("Vorläufiger Beschlussauszug nichtöffentlicher Teil",
            "Vorläufiger Beschlussauszug; die Niederschrift ist noch nicht freigegeben",
            "Berichtigt am 15.01.2020: Das Ergebnis", "TOP N 1 Kaufpreis",
            "Vorläufiger Beschlussauszug (nichtöffentlicher Teil) Seite 1 von 1")
        .doesNotContain("eglaubigt");
  }

  @Test
  void printsNoHeadingsOverNothing() throws IOException {
    assertThat(PdfText.plain(RENDERER.excerpt(MeetingSamples.bareExcerpt()))).contains("TOP Ö 1 Verschiedenes")
        .doesNotContain("Beschluss ", "Ergebnis", "Abstimmung");
  }

  @Test
  void saysWhatItIs() throws IOException {
    try (PDDocument document = Loader.loadPDF(RENDERER.minutes(MeetingSamples.minutes()))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Niederschrift (öffentlicher Teil), Integrationsrat, 14.01.2020");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant()).hasToString("2020-01-28T00:00:00Z");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
      assertThat(PdfText.bookmarks(document)).containsExactly("Anwesenheit", "Feststellungen",
          "Ö 1 Anfragen und Anträge", "Ö 1.1 Anfrage der Fraktion Bürger für Musterstadt zu Sprachkursen",
          "Ö 2.1 Abschlussbericht zum Projekt „Einwanderung gestalten NRW“", "Ö 3 Verschiedenes");
    }
  }
}

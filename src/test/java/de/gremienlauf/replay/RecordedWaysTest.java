package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cities print in their own ways, and what it means for the run. */
@IntegrationTest
class RecordedWaysTest {

  private static final Consumer<DrivenCase> NOTHING = driven -> { };
  private static final String BUILDING = "Bauausschuss | 14.01.2020 | Vorberatung | empfohlen";
  private static final String MEETINGS = "select m.process_instance_id from meeting m join organization o"
      + " on o.id = m.organization_id where o.municipality like 'Scheiterstadt%'";
  private static final String MAIN = "Hauptausschuss | 21.01.2020 | Vorberatung | empfohlen";

  @Autowired Replay replay;
  @Autowired JdbcClient jdbc;

  /** A whole record. Each line: body, day, role, result, vote. */
  private RecordedCase recorded(String... lines) {
    return new RecordedCase("erfunden", "Aufzeichnungsstadt", null, "Ein Betreff", "Beschlussvorlage",
        Stream.iterate(0, i -> i < lines.length, i -> i + 1).map(i -> entry(i + 1, lines[i])).toList(), true);
  }

  private static RecordedCase.Entry entry(int order, String line) {
    List<String> parts = Stream.of(line.split("\\|")).map(part -> part.isBlank() ? null : part.strip()).toList();
    return new RecordedCase.Entry(order, parts.get(0), PrintedDay.parseOrNull(parts.get(1)), part(parts, 2),
        part(parts, 3), part(parts, 4));
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : null;
  }

  private ReplayReport replayed(String... lines) {
    ReplayReport report = replay.replay(recorded(lines), false, NOTHING);
    assertThat(report.status()).as("%s %s", report.warnings(), report.deviations()).isEqualTo(Replayed.REPLAYED);
    return report;
  }

  private static ReplayReport.ConsultationLine last(ReplayReport report) {
    return report.consultations().get(report.consultations().size() - 1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {"Entscheidung ! | einstimmig ! DECIDED ! DECIDED",
      "Entscheidung ! - | 9:4 ! DECIDED ! DECIDED",
      "Entscheidung ! | Ja 3, Nein 10 ! REJECTED ! REJECTED",
      "Entscheidung ! (offen) | einstimmig angenommen ! DECIDED ! DECIDED",
      "Entscheidung ! kein Ergebnis | Ja: 10, Nein: 25, Anwesend: 35 ! REJECTED ! REJECTED",
      "Entscheidung ! | Zustimmung: 10, Ablehnung: 3 ! DECIDED ! DECIDED",
      "Entscheidung ! | mit Änderungen einstimmig beschlossen ! DECIDED_AMENDED ! DECIDED_AMENDED",
      "Vorberatung ! | einstimmig ! CONTINUE ! CONSULTED",
      "Vorberatung ! | 2 Ja, 7 Nein ! REJECTED ! CONSULTED", "Kenntnisnahme ! | einstimmig ! NOTED ! NOTED",
      "Entscheidung ! | einstimmig zur Kenntnis genommen ! NOTED ! NOTED",
      "Entscheidung ! 9 Stimmen dafür, 1 Stimme dagegen ! DECIDED ! DECIDED",
      "Entscheidung ! | 1 für, 13 gegen die Vertagung ! NONE ! CONSULTED",
      "Entscheidung ! | Dringlichkeit einstimmig bejaht ! NONE ! CONSULTED",
      "Entscheidung ! mehrheitlich gegen die Stimmen der AfD-Fraktion ! DECIDED ! DECIDED",
      "Entscheidung ! einstimmig bei Enthaltung von CDU und FDP ! DECIDED ! DECIDED",
      "Entscheidung ! mehrheitlich gegen die Stimmen der AfD an die Arbeitsgruppe gegeben ! NONE ! CONSULTED",
      "Entscheidung ! mehrheitlich gegen den Antrag ! NONE ! CONSULTED",
      "Entscheidung ! | Zustimmung: AfD; Ablehnung: SPD, CDU, Grüne ! NONE ! CONSULTED",
      "Entscheidung ! | Ja: SPD, Grüne, Nein: CDU, Enthaltung: FDP ! NONE ! CONSULTED",
      "Entscheidung ! | AfD 3 Ja, SPD 10 Nein, CDU 9 Nein ! NONE ! CONSULTED",
      "Entscheidung ! Zustimmung: SPD, Grüne; Ablehnung: AfD ! NONE ! CONSULTED",
      "Entscheidung ! | mehrheitlich, Zustimmung: SPD, Grüne; Ablehnung: AfD ! DECIDED ! DECIDED",
      "Entscheidung ! beschlossen | Zustimmung: SPD, Grüne; Ablehnung: AfD ! DECIDED ! DECIDED",
      "Entscheidung ! | Zustimmung: SPD, Grüne; Ablehnung: keine ! DECIDED ! DECIDED",
      "! | unleserlich ! NONE ! CONSULTED"})
  void aVoteWithoutAResultSaysWhatTheBodyDid(String role, String said, String effect, String state) {
    ReplayReport report = replayed("Rat | 14.01.2020 | " + (role == null ? "" : role) + " | " + said);
    assertThat(last(report).effect()).isEqualTo(effect);
    assertThat(report.paper().state()).isEqualTo(state);
    assertThat(report.interventions()).isZero();
  }

  /** The warning stays: a person has to look at the wording. */
  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "Mit Debatte - mit folgendem Abstimmungsergebnis: | Ja: 10, Nein: 25, Anwesend: 35 ! REJECTED ! REJECTED",
      "behandelt | einstimmig beschlossen ! DECIDED ! DECIDED",
      "behandelt | mehrheitlich mit Änderungen beschlossen ! DECIDED_AMENDED ! DECIDED_AMENDED",
      "behandelt | einstimmig vertagt ! NONE ! CONSULTED", "behandelt | einstimmig ! DECIDED ! DECIDED",
      "behandelt | Dringlichkeit mit 9:4 bejaht ! NONE ! CONSULTED",
      "behandelt | 9:4 für die Vertagung ! NONE ! CONSULTED"})
  void whatNoTableKnowsIsWhatWasVoted(String said, String effect, String state) {
    ReplayReport report = replayed("Rat | 14.01.2020 | Entscheidung | " + said);
    assertThat(last(report).effect()).isEqualTo(effect);
    assertThat(report.paper().state()).isEqualTo(state);
    assertThat(report.warnings()).anyMatch(warning -> warning.code().equals("UNKNOWN_RESULT"));
    ReplayReport longer = replayed("Bauausschuss | 14.01.2020 | Vorberatung | " + said,
        "Rat | 04.02.2020 | Entscheidung | beschlossen");
    assertThat(longer.interventions()).isZero();
    assertThat(longer.paper().state()).isEqualTo("DECIDED");
  }

  @Test
  void aVoteWithoutAResultCutsNoRecordShort() {
    ReplayReport postponed = replayed(BUILDING, "Rat | 04.02.2020 | Entscheidung | | einstimmig vertagt",
        "Rat | 03.03.2020 | Entscheidung | beschlossen");
    assertThat(postponed.interventions()).isZero();
    ReplayReport report = replayed("Rat | 14.01.2020 | | | einstimmig", "Bauausschuss | 21.01.2020 | | empfohlen",
        "Hauptausschuss | 28.01.2020 | | empfohlen", "Rat | 04.02.2020 | | beschlossen");
    assertThat(report.interventions()).isEqualTo(1);
    assertThat(report.consultations()).extracting(ReplayReport.ConsultationLine::effect)
        .containsExactly("CONTINUE", "CONTINUE", "CONTINUE", "DECIDED");
  }

  @Test
  void aSpecialMeetingIsAMeetingOfTheSameBody() {
    ReplayReport report = replayed(BUILDING, "Rat | 04.02.2020 | Entscheidung | vertagt",
        "Rat - Sondersitzung | 11.02.2020 | Entscheidung | vertagt",
        "Rat (Fortsetzung) | 13.02.2020 | Entscheidung | beschlossen");
    assertThat(report.interventions()).isZero();
    assertThat(report.consultations()).extracting(ReplayReport.ConsultationLine::organization)
        .containsExactly("Bauausschuss", "Rat", "Rat - Sondersitzung", "Rat (Fortsetzung)");
    assertThat(report.paper().state()).isEqualTo("DECIDED");
  }

  @Test
  void aRoleThatIsPrintedOtherwiseIsTheSame() {
    assertThat(replayed("Hauptausschuss | 14.01.2020 | Vorberatung | vertagt",
        "Hauptausschuss | 21.01.2020 | zur Vorberatung | empfohlen",
        "Rat | 04.02.2020 | Entscheidung | beschlossen").interventions()).isZero();
    assertThat(replayed("Integrationsrat | 14.01.2020 | Anhörung | vertagt",
        "Integrationsrat | 21.01.2020 | | zugestimmt", "Rat | 04.02.2020 | Beschluss | vertagt",
        "Rat | 11.02.2020 | | beschlossen").interventions()).isZero();
    assertThat(replayed("Integrationsrat | 14.01.2020 | Anhörung | vertagt",
        "Integrationsrat | 14.01.2020 | | zugestimmt",
        "Rat | 04.02.2020 | Entscheidung | beschlossen").interventions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rückverweisung", "zurückverwiesen in den Bauausschuss",
      "zurück an den Bauausschuss verwiesen"})
  void whoeverAMatterIsSentBackToConsultsAgain(String result) {
    ReplayReport report = replayed(BUILDING, MAIN, "Rat | 04.02.2020 | Entscheidung | " + result,
        "Bauausschuss | 11.02.2020 | Vorberatung | geändert empfohlen",
        "Hauptausschuss | 18.02.2020 | Vorberatung | empfohlen", "Rat | 03.03.2020 | Entscheidung | beschlossen",
        "Umweltausschuss | 10.03.2020 | Kenntnisnahme | zur Kenntnis genommen");
    assertThat(report.interventions()).isZero();
    assertThat(report.paper().state()).isEqualTo("DECIDED");
  }

  @Test
  void whoWasHeardIsHeardAgain() {
    assertThat(replayed("Integrationsrat | 14.01.2020 | Anhörung | zugestimmt", MAIN,
        "Rat | 04.02.2020 | Entscheidung | zurückverwiesen in den Integrationsrat",
        "Integrationsrat | 11.02.2020 | Anhörung | zugestimmt",
        "Rat | 03.03.2020 | Entscheidung | beschlossen").interventions()).isZero();
  }

  @Test
  void whoIsHeardDoesNotDecideAnotherDay() {
    ReplayReport report = replayed("Bezirksvertretung 9 (Mülheim) | 14.01.2020 | Anhörung | zugestimmt",
        "Bezirksvertretung 9 (Mülheim) | 21.01.2020 | | | einstimmig zugestimmt");
    assertThat(last(report).effect()).isEqualTo("CONTINUE");
    assertThat(report.paper().state()).isEqualTo("CONSULTED");
    assertThat(report.interventions()).isZero();
  }

  @Test
  void aReferralWithoutReturnGoesWhereTheRecordGoes() {
    assertThat(replayed("Bezirksverordnetenversammlung | 14.01.2020 | | überwiesen",
        "Ausschuss für Verkehr | 21.01.2020 | federführend | vertagt",
        "Ausschuss für Verkehr | 28.01.2020 | ffd. | mit Änderungen empfohlen",
        "Bezirksverordnetenversammlung | 04.02.2020 | | mit Änderungen beschlossen").interventions()).isZero();
    assertThat(replayed("Stadtrat | 14.01.2020 | | an den Ausschuss für Umwelt verwiesen",
        "Ausschuss für Umwelt | 21.01.2020 | | an den Ortsbeirat verwiesen",
        "Ortsbeirat Altstadt | 28.01.2020 | | zugestimmt", "Ausschuss für Umwelt | 04.02.2020 | | empfohlen",
        "Stadtrat | 11.02.2020 | | mehrheitlich beschlossen").interventions()).isZero();
    assertThat(replayed("Bauausschuss | 14.01.2020 | Vorberatung | verwiesen",
        "Umweltausschuss | 21.01.2020 | Vorberatung | empfohlen", "Rat | 04.02.2020 | Entscheidung | beschlossen")
        .interventions()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {"1. Lesung | ! 2. Lesung | beschlossen",
      "Einbringung | ! Beschluss | beschlossen",
      "Einbringung | eingebracht ! Verabschiedung | beschlossen", "Bericht | ! Entscheidung | beschlossen",
      "Bericht | zur Kenntnis genommen ! Entscheidung | beschlossen", "| ! | beschlossen",
      "zur Information vorgelegt | ! zur Entscheidung | beschlossen", "| vertagt ! Beschluss | beschlossen",
      "| 1. Lesung ! Entscheidung | beschlossen"})
  void whoMetBeforeOthersConsultedDecidesAfterwards(String first, String second) {
    ReplayReport report = replayed("Stadtrat | 14.01.2020 | " + first,
        "Finanzausschuss | 21.01.2020 | Vorberatung | empfohlen", "Stadtrat | 04.02.2020 | " + second);
    assertThat(report.interventions()).isZero();
    assertThat(report.paper().state()).isEqualTo("DECIDED");
    assertThat(report.warnings()).noneMatch(warning -> warning.code().equals("UNKNOWN_RESULT"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {"1. Lesung | ! 2. Lesung | empfohlen", "Bericht | ! Bericht | empfohlen",
      "Einbringung | ! Vorberatung | empfohlen",
      "Einbringung | eingebracht ! Vorberatung | empfohlen",
      "Bericht | zur Kenntnis genommen ! Bericht | zur Kenntnis genommen",
      "Vorberatung | 1. Lesung ! Vorberatung | empfohlen"})
  void aCommitteeMayMeetTwiceAsPlanned(String first, String second) {
    ReplayReport report = replayed("Finanzausschuss | 14.01.2020 | " + first, BUILDING.replace("14.", "21."),
        "Finanzausschuss | 28.01.2020 | " + second, "Rat | 04.02.2020 | Entscheidung | beschlossen");
    assertThat(report.interventions()).isZero();
    assertThat(report.paper().state()).isEqualTo("DECIDED");
  }

  @Test
  void whoShouldHaveSaidSomethingMeetsAgainUnforeseen() {
    assertThat(replayed("Finanzausschuss | 14.01.2020 | Vorberatung |", BUILDING.replace("14.", "21."),
        "Finanzausschuss | 28.01.2020 | Vorberatung | empfohlen",
        "Rat | 04.02.2020 | Entscheidung | beschlossen").interventions()).isEqualTo(1);
  }

  @Test
  void printedRolesAreKnown() {
    assertThat(replayed("Jugendhilfeausschuss | 14.01.2020 | Beantwortung | beantwortet",
        "Rat | 04.02.2020 | Bestätigung | bestätigt").warnings()).isEmpty();
  }

  @Test
  void whatABodyOnlyAnswersIsSettled() {
    assertThat(replayed("Jugendhilfeausschuss | 14.01.2020 | Beantwortung | beantwortet").paper().state())
        .isEqualTo("SETTLED");
  }

  @Test
  void aStationThatALaterEntryFitsIsLeftToIt() {
    assertThat(replayed("Rat | 14.01.2020 | Vorberatung | empfohlen", "Rat | 21.01.2020 | Vorberatung | empfohlen",
        "Rat | 11.02.2020 | Entscheidung | beschlossen").interventions()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Der Ausschuss empfiehlt dem Rat, dem Antrag zuzustimmen. |",
      "ohne Änderungen im Ausschuss beschlossen |", "Beschlussempfehlung an den Rat: Wie Antrag | dafür: 11 dagegen: 2",
      "mehrheitlich beschlossen | Beschlussempfehlung an den Rat: Wie Antrag dafür: 11 dagegen: 2"})
  void whoRecommendsHasNotDecidedThoughTheRecordEndsThere(String said) {
    ReplayReport report = replayed("Sportausschuss | 14.01.2020 | | " + said);
    assertThat(last(report).effect()).isEqualTo("CONTINUE");
    assertThat(last(report).runEnds()).isFalse();
  }

  @Test
  void whatWasOnlyProposedFallsWithTheVote() {
    ReplayReport report = replayed("Rat | 14.01.2020 | Entscheidung | Wie Antrag | dafür: 5 dagegen: 36");
    assertThat(last(report).effect()).isEqualTo("REJECTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Entscheidung", ""})
  void aReportAfterTheDecisionIsTakenNoteOf(String role) {
    ReplayReport report = replayed("BVV | 14.01.2020 | " + role + " | ohne Änderungen in der BVV beschlossen",
        "BVV | 11.02.2020 | " + role + " | mit Zwischenbericht zur Kenntnis genommen",
        "BVV | 10.03.2020 | " + role + " | mit Abschlussbericht zur Kenntnis genommen");
    assertThat(report.interventions()).isZero();
    assertThat(report.paper().state()).isEqualTo("DECIDED");
  }

  @Test
  void aBodyHearsThatAMatterWasWithdrawnElsewhere() {
    ReplayReport report = replayed("BVV | 14.01.2020 | Entscheidung | überwiesen",
        "Hauptausschuss | 21.01.2020 | Vorberatung | zurückgezogen",
        "BVV | 11.02.2020 | Entscheidung | in der BVV zurückgezogen");
    assertThat(report.interventions()).isZero();
    assertThat(report.paper().state()).isEqualTo("WITHDRAWN");
  }

  @Test
  void whoFollowsARecommendationToRejectRejects() {
    ReplayReport report = replayed("Bauausschuss | 14.01.2020 | Empfehlung | im Ausschuss abgelehnt",
        "BVV | 11.02.2020 | Entscheidung | Der Beschlussempfehlung wird gefolgt. | mehrheitlich");
    assertThat(last(report).effect()).isEqualTo("REJECTED");
  }

  @Test
  void anAmendmentThatIsThePaperItselfIsRejected() {
    RecordedCase amendment = new RecordedCase("erfunden", "Aufzeichnungsstadt", null, "Ein Betreff", "Änderungsantrag",
        List.of(entry(1, "Rat | 14.01.2020 | Entscheidung | Der Änderungsantrag wird mehrheitlich abgelehnt.")), true);
    assertThat(last(replay.replay(amendment, false, NOTHING)).effect()).isEqualTo("REJECTED");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "1. Die Vorlage OF 933/9 wird für erledigt erklärt. 2. Die Vorlage OF 948/9 wird beschlossen. ! DECIDED",
      "1. Der Vorlage OF 948/9 wird zugestimmt. 2. Die Vorlage OA 174 wird abgelehnt. ! DECIDED",
      "1. Die Vorlage OF 948/9 dient zur Kenntnis. 2. Die Vorlage OF 95/15 wird beschlossen. ! NOTED"})
  void ofDecisionsOnSeveralPapersThatOnThisOneCounts(String result, String effect) {
    RecordedCase several = new RecordedCase("erfunden", "Aufzeichnungsstadt", "OF 948/9", "Ein Betreff", "Antrag",
        List.of(entry(1, "Rat | 14.01.2020 | Entscheidung | " + result)), true);
    assertThat(last(replay.replay(several, false, NOTHING)).effect()).isEqualTo(effect);
  }

  @Test
  void aCaseThatFailsTakesNoOtherDown() {
    String later = "Rat | 11.02.2020 | Entscheidung | beschlossen";
    List<RecordedCase.Entry> tooLong =
        List.of(entry(1, "Bauausschuss | 14.01.2020 | Vorberatung | " + "lang ".repeat(500)), entry(2, later));
    assertThat(replay.replay(inBrokenTown(tooLong), false, NOTHING).status()).isEqualTo(Replayed.FAILED);
    breakWhatIsLeft();
    assertThat(replayed(BUILDING, MAIN, later).interventions()).isZero();
    assertThat(replay.replay(inBrokenTown(List.of(entry(1, BUILDING))), false, driven -> {
      throw new IllegalStateException("The document cannot be written");
    }).status()).isEqualTo(Replayed.FAILED);
    assertThat(jdbc.sql("select count(*) from act_ru_execution where proc_inst_id_ in (" + MEETINGS + ")")
        .query(Long.class).single()).isZero();
  }

  private static RecordedCase inBrokenTown(List<RecordedCase.Entry> entries) {
    return new RecordedCase("scheitert", "Scheiterstadt", null, "Ein Betreff", "Antrag", entries, false);
  }

  private void breakWhatIsLeft() {
    jdbc.sql("update act_ru_job set handler_cfg_ = 'nonsense' where process_instance_id_ in (" + MEETINGS + ")")
        .update();
  }
}

package de.gremienlauf.funding;

import static de.gremienlauf.funding.NoticeWorld.NOTICE_DATE;
import static de.gremienlauf.funding.NoticeWorld.NOTHING;
import static de.gremienlauf.funding.NoticeWorld.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.document.Conformance;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The model {@code funding-notice}, and what notices say together. It begins on Thursday, 20 April 2017. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class NoticeTest {

  private static final String CHECK = "Task_CheckNotice";
  private static final String OUTCOME = "Task_RecordChallengeOutcome";
  private static final LocalDate TODAY = LocalDate.of(2017, 4, 20);

  @Autowired ProjectWorld projects;
  @Autowired NoticeWorld world;
  @Autowired Notices notices;
  @Autowired FundingRules rules;
  @Autowired ProofsOfUse proofs;
  @Autowired ProjectDocuments documents;
  @Autowired ProjectHistory history;
  @Autowired ManagementService jobs;
  @Autowired Clerk clerk;

  @BeforeEach
  void beginOnThursday() {
    clerk.onDay(TODAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private NoticeDetails recorded(NewNotice notice) {
    Long project = projects.stored(projects.city());
    return notices.details(notices.record(project, null, notice));
  }

  private String watch(NoticeDetails notice) {
    String process = projects.start("funding-notice",
        Map.of("projectId", notice.projectId(), "noticeId", notice.id()));
    clerk.runDueJobs();
    return process;
  }

  private NoticeDetails now(NoticeDetails notice) {
    return notices.details(notice.id());
  }

  private LocalDate timer(String process) {
    return EngineClock.dayOf(jobs.createJobQuery().processInstanceId(process).timers().singleResult().getDuedate());
  }

  private List<ProjectDocument> sheets(NoticeDetails notice) {
    return documents.of(notice.projectId()).stream()
        .filter(document -> document.kind() == ProjectDocumentKind.DEADLINE_SHEET).toList();
  }

  private String text(ProjectDocument sheet) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(documents.content(sheet.projectId(), sheet.id()).bytes())) {
      PDFTextStripper stripper = new PDFTextStripper();
      return stripper.getText(pdf).replaceAll("[\\s\\u00A0]+", " ");
    }
  }

  @Test
  void aNoticeIsKeptAndBecomesFinal() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    Task check = clerk.task(process, CHECK);
    assertThat(EngineClock.dayOf(check.getDueDate())).isEqualTo(LocalDate.of(2017, 5, 15));
    assertThat(clerk.fields(check)).containsEntry("notice", "Zuwendungsbescheid vom 10.04.2017")
        .containsEntry("postingAssumed", false).containsEntry("conditions", "keine erfasst");
    assertThat(clerk.fields(check).get("deadlines").toString()).contains("Mo 15.05.2017", "Sa 13.05.2017");
    clerk.complete(check, Map.of("stance", "KEEP"));
    assertThat(timer(process)).isEqualTo(LocalDate.of(2017, 5, 16));
    clerk.onDay(LocalDate.of(2017, 5, 15));
    assertThat(now(notice).state()).isEqualTo(NoticeState.APPEALABLE);
    clerk.onDay(LocalDate.of(2017, 5, 16));
    assertThat(clerk.instance(process)).isNull();
    assertThat(now(notice).state()).isEqualTo(NoticeState.FINAL);
    assertThat(now(notice).finalOn()).isEqualTo(LocalDate.of(2017, 5, 16));
    assertThat(projects.asked(notice.projectId())).doesNotContainKey(FindingCode.POSTING_ASSUMED);
  }

  @Test
  void theDeadlineSheetShowsEveryDayWithItsSteps() throws Exception {
    Long project = projects.stored(projects.city());
    GrantTerms terms = new GrantTerms(FinancingKind.SHARE, PaymentKind.ADVANCE, new BigDecimal(90),
        new BigDecimal("434150.00"), new BigDecimal("390735.00"), NoticeWorld.years(2017, 150000, 2018, 200000),
        "Auf die Förderung ist hinzuweisen.", List.of(new NoticeClause("retention-years", "10", "Nr. 8")));
    NoticeDetails notice = notices.details(notices.record(project, null, grant(null, terms)));
    watch(notice);
    assertThat(sheets(notice)).hasSize(1);
    ProjectDocument sheet = sheets(notice).get(0);
    assertThat(now(notice).sheetHash()).isEqualTo(sheet.documentHash());
    assertThat(sheet.name()).isEqualTo("Fristenblatt zum Zuwendungsbescheid vom 10.04.2017");
    assertThat(text(sheet)).contains("Anfechtbar bis Mo 15.05.2017", "Bestandskräftig ab Di 16.05.2017",
        "Bekanntgabe: Do 13.04.2017", "angenommen ist das Datum des Bescheids, Mo 10.04.2017",
        "Mo 10.04.2017 (angenommen: Datum des Bescheids)", "einfacher Brief (angenommen)",
        "Sa 13.05.2017 ist kein Arbeitstag (Samstag)", "Rechtsgrund: § 74 Abs. 1 VwGO",
        "vom 01.04.2017 bis zum 31.03.2019", "Verwendungsnachweis: Mo 30.09.2019",
        "Beginn des Abschlussberichts: So 17.02.2019", "434.150,00 € × 90 % = 390.735,00 €",
        "Das ist der Höchstbetrag des Bescheids.",
        "Haushaltsjahr 2018 200.000,00 €", "Zusammen 350.000,00 €", "10 Jahre nach der Vorlage des Nachweises",
        "Bescheid: Nr. 8, Zuwendungsbescheid vom 10.04.2017", "beruhen auf der Annahme",
        "Auf die Förderung ist hinzuweisen.");
    byte[] pdf = documents.content(project, sheet.id()).bytes();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void theRealDayOfPostingMovesTheDeadlineWhileTheNoticeIsChecked() throws Exception {
    NoticeDetails notice = recorded(grant(null, NOTHING));
    assertThat(projects.asked(notice.projectId()).get(FindingCode.POSTING_ASSUMED)).contains("Mo 15.05.2017");
    String process = watch(notice);
    notices.post(notice.id(), LocalDate.of(2017, 4, 18));
    clerk.runDueJobs();
    assertThat(now(notice).appealUntil()).isEqualTo(LocalDate.of(2017, 5, 22));
    assertThat(now(notice).postedAssumed()).isFalse();
    Task check = clerk.task(process, CHECK);
    assertThat(EngineClock.dayOf(check.getDueDate())).isEqualTo(LocalDate.of(2017, 5, 22));
    assertThat(projects.open(notice.projectId())).doesNotContain(FindingCode.POSTING_ASSUMED);
    assertThat(sheets(notice)).hasSize(2);
    assertThat(text(sheets(notice).get(1))).contains("Mo 22.05.2017").doesNotContain("einfacher Brief Mo 10.04.2017");
  }

  @Test
  void theRealDayOfPostingMovesTheTimer() {
    NoticeDetails notice = recorded(grant(null, NOTHING));
    String process = watch(notice);
    clerk.complete(process, CHECK, Map.of("stance", "KEEP"));
    assertThat(timer(process)).isEqualTo(LocalDate.of(2017, 5, 16));
    assertThat(sheets(notice)).as("nothing has changed that the sheet shows").hasSize(1);
    notices.post(notice.id(), LocalDate.of(2017, 4, 18));
    clerk.runDueJobs();
    assertThat(timer(process)).isEqualTo(LocalDate.of(2017, 5, 23));
    assertThatThrownBy(() -> notices.post(notice.id(), LocalDate.of(2017, 4, 9))).isInstanceOf(BusinessException.class)
        .hasMessage("Der Tag der Aufgabe zur Post muss zwischen dem 10.04.2017 und dem 20.04.2017 liegen.");
  }

  @Test
  void theRealDayOfPostingCanBeEnteredWithTheCheck() {
    NoticeDetails notice = recorded(grant(null, NOTHING));
    String process = watch(notice);
    clerk.complete(process, CHECK, Map.of("stance", "KEEP", "postedOn", "18.04.2017"));
    assertThat(timer(process)).isEqualTo(LocalDate.of(2017, 5, 23));
    assertThat(clerk.tasks(process, CHECK)).isEmpty();
    assertThat(projects.open(notice.projectId())).doesNotContain(FindingCode.POSTING_ASSUMED);
  }

  @Test
  void aWaiverMakesItFinalAtOnce() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    assertThatThrownBy(() -> clerk.complete(process, CHECK, Map.of("stance", "WAIVE")))
        .isInstanceOf(BusinessException.class).hasMessage("Bitte geben Sie den Tag des Verzichts an.");
    clerk.complete(process, CHECK, Map.of("stance", "WAIVE", "stanceDay", "20.04.2017"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(now(notice).state()).isEqualTo(NoticeState.FINAL);
    assertThat(now(notice).finalOn()).isEqualTo(TODAY);
    assertThat(sheets(notice)).hasSize(2);
  }

  @Test
  void aLaterWaiverEndsTheWaiting() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    clerk.complete(process, CHECK, Map.of("stance", "KEEP"));
    notices.waive(notice.id(), TODAY);
    clerk.runDueJobs();
    assertThat(clerk.instance(process)).isNull();
    assertThatThrownBy(() -> notices.challenge(notice.id(), TODAY)).isInstanceOf(BusinessException.class)
        .hasMessage("Der Zuwendungsbescheid vom 10.04.2017 ist schon bestandskräftig.");
  }

  @ParameterizedTest
  @CsvSource({"UPHELD, FINAL, 2017-09-01", "ANNULLED, ANNULLED, "})
  void aChallengeHasAnOutcome(String result, NoticeState state, LocalDate finalOn) {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    clerk.complete(process, CHECK, Map.of("stance", "CHALLENGE", "stanceDay", "2017-04-20"));
    clerk.onDay(LocalDate.of(2017, 9, 1));
    assertThat(now(notice).state()).isEqualTo(NoticeState.CHALLENGED);
    Task outcome = clerk.task(process, OUTCOME);
    assertThat(clerk.fields(outcome)).containsEntry("challengedOn", "Do 20.04.2017");
    assertThatThrownBy(() -> clerk.complete(outcome, Map.of("challengeResult", result, "settledOn", "19.04.2017",
        "challengeOutcome", "Urteil"))).hasMessageContaining("liegt vor der Klage vom 20.04.2017");
    assertThatThrownBy(() -> clerk.complete(outcome, Map.of("challengeResult", result, "settledOn", "01.09.2017")))
        .hasMessageContaining("wie über den Rechtsbehelf entschieden");
    clerk.complete(outcome, Map.of("challengeResult", result, "settledOn", "01.09.2017",
        "challengeOutcome", "VG Köln, 1 K 1/17"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(now(notice).state()).isEqualTo(state);
    assertThat(now(notice).finalOn()).isEqualTo(finalOn);
    assertThat(notices.grant(notice.projectId()).isPresent()).isEqualTo(state == NoticeState.FINAL);
    assertThatThrownBy(() -> notices.settleChallenge(notice.id(), true, TODAY, "Noch einmal"))
        .isInstanceOf(BusinessException.class).hasMessageContaining("ist nicht angefochten");
  }

  @Test
  void aChallengeWhileWaitingIsFollowed() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    clerk.complete(process, CHECK, Map.of("stance", "KEEP"));
    notices.challenge(notice.id(), TODAY);
    clerk.runDueJobs();
    assertThat(clerk.tasks(process, OUTCOME)).hasSize(1);
  }

  @Test
  void nobodyChecksAndItIsFinalAllTheSame() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    String process = watch(notice);
    clerk.onDay(LocalDate.of(2017, 5, 16));
    assertThat(now(notice).state()).isEqualTo(NoticeState.FINAL);
    Task check = clerk.task(process, CHECK);
    assertThatThrownBy(() -> clerk.complete(check, Map.of("stance", "CHALLENGE", "stanceDay", "16.05.2017")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("schon bestandskräftig");
    clerk.complete(check, Map.of("stance", "KEEP"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(now(notice).checkedOn()).isEqualTo(LocalDate.of(2017, 5, 16));
  }

  @Test
  void aChallengeNeedsItsPeriodAndNoWaiver() {
    NoticeDetails notice = recorded(new NewNotice(NoticeKind.GRANT,
        NoticeWorld.letter(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 2, 1)), NoticeWorld.PERIOD, NOTHING));
    assertThatThrownBy(() -> notices.challenge(notice.id(), TODAY)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("endete am Mo 06.03.2017");
    NoticeDetails waived = recorded(grant(NOTICE_DATE, NOTHING));
    notices.waive(waived.id(), TODAY);
    assertThatThrownBy(() -> notices.challenge(waived.id(), TODAY)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("verzichtet");
  }

  @Test
  void mistakesAreNamed() {
    Long project = projects.stored(projects.city());
    assertThatThrownBy(() -> notices.record(project, null, new NewNotice(NoticeKind.GRANT,
        NoticeWorld.letter(TODAY.plusDays(1), null), NoticeWorld.PERIOD, NOTHING)))
        .hasMessage("Das Datum des Bescheids liegt in der Zukunft.");
    assertThatThrownBy(() -> notices.record(project, null, grant(NOTICE_DATE.minusDays(1), NOTHING)))
        .hasMessageContaining("Aufgabe zur Post muss zwischen dem 10.04.2017");
    assertThatThrownBy(() -> notices.record(project, null, new NewNotice(NoticeKind.GRANT,
        NoticeWorld.letter(NOTICE_DATE, null), new FundingPeriod(TODAY, NOTICE_DATE, null, null), NOTHING)))
        .hasMessage("Der Bewilligungszeitraum endet vor seinem Beginn.");
    assertThatThrownBy(() -> notices.record(project, null, NoticeWorld.extension(NOTICE_DATE, TODAY)))
        .hasMessageContaining("noch keinen Zuwendungsbescheid");
    assertThatThrownBy(() -> notices.record(project, null, grant(null, new GrantTerms(FinancingKind.SHARE, null, null,
        null, null, NoticeWorld.years(), null, List.of())))).hasMessageContaining("den Fördersatz");
    assertThatThrownBy(() -> notices.record(project, null, grant(null, new GrantTerms(null, null, null, null,
        new BigDecimal("10.00"), NoticeWorld.years(2017, 11), null, List.of()))))
        .hasMessageContaining("zusammen 11,00 €, mehr als der Höchstbetrag von 10,00 €");
    notices.record(project, null, grant(null, NOTHING));
    assertThatThrownBy(() -> notices.record(project, null, grant(null, NOTHING)))
        .hasMessageContaining("schon ein Zuwendungsbescheid");
    assertThatThrownBy(() -> notices.details(-1L)).hasMessageContaining("gibt es nicht");
    assertThat(notices.of(project)).hasSize(1);
  }

  @Test
  void startBeforeTheNoticeIsAskedAbout() {
    NoticeDetails notice = recorded(grant(NOTICE_DATE, NOTHING));
    assertThat(projects.asked(notice.projectId()).get(FindingCode.EARLY_START)).contains("01.04.2017", "9 Tage");
  }

  @Test
  void periodsComeFromTheNoticesInForce() {
    Long project = projects.stored(projects.city());
    assertThat(notices.period(project)).isEqualTo(new FundingPeriod(ProjectWorld.FROM, ProjectWorld.UNTIL,
        ProjectWorld.FROM, ProjectWorld.UNTIL));
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2019-09-30");
    notices.record(project, null, new NewNotice(NoticeKind.GRANT, NoticeWorld.letter(NOTICE_DATE, null),
        new FundingPeriod(LocalDate.of(2017, 5, 1), LocalDate.of(2019, 4, 30), null, LocalDate.of(2019, 3, 31)),
        NOTHING));
    assertThat(notices.period(project)).isEqualTo(new FundingPeriod(LocalDate.of(2017, 5, 1),
        LocalDate.of(2019, 4, 30), LocalDate.of(2017, 5, 1), LocalDate.of(2019, 3, 31)));
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2019-10-31");
  }

  @Test
  void aClauseOverridesTheRuleOfTheProgramme() {
    Long project = world.granted(NoticeWorld.terms(null, null, List.of(
        new NoticeClause("proof-months", "3", "Nr. 6.2"), new NoticeClause("closing-weeks", "8", null))));
    FundingRule proof = rules.rule(project, RuleKey.PROOF_MONTHS);
    assertThat(proof.number()).isEqualTo(3);
    assertThat(proof.origin()).isEqualTo(FundingRule.Origin.NOTICE);
    assertThat(proof.ground()).isEqualTo("Nr. 6.2, Zuwendungsbescheid vom 10.04.2017");
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2019-07-01");
    assertThat(proofs.due(project).orElseThrow().ground()).startsWith("Nr. 6.2, Zuwendungsbescheid");
    assertThat(rules.rule(project, RuleKey.CLOSING_WEEKS).number()).isEqualTo(8);
    FundingRule use = rules.rule(project, RuleKey.CALL_USE_MONTHS);
    assertThat(use.number()).isEqualTo(2);
    assertThat(use.origin()).isEqualTo(FundingRule.Origin.TABLE);
    assertThat(rules.find(project, RuleKey.PROOF_DUE)).isEmpty();
    assertThat(rules.find(project, RuleKey.INTERIM_PROOF_MONTHS)).isEmpty();
    assertThat(rules.of(project)).extracting(FundingRule::ground).allMatch(ground -> !ground.isBlank());
  }

  @Test
  void theProofIsDueAsItsNoticeWordsIt() {
    Long exact = world.granted(NoticeWorld.terms(null, null,
        List.of(new NoticeClause("proof-months-exact", "6", null))));
    assertThat(proofs.due(exact).orElseThrow().date()).isEqualTo("2019-09-30");
    Long fixed = world.granted(NoticeWorld.terms(null, null,
        List.of(new NoticeClause("proof-due", "2019-06-30", "Nr. 9"))));
    assertThat(proofs.due(fixed).orElseThrow().date()).as("a Sunday that the authority set").isEqualTo("2019-06-30");
  }

  @ParameterizedTest
  @CsvSource({"2017-04-10, RdErl. vom 30.09.2003", "2020-06-09, RdErl. vom 30.09.2003",
      "2020-06-10, RdErl. vom 10.06.2020", "2022-06-05, RdErl. vom 10.06.2020", "2022-06-06, RdErl. vom 06.06.2022"})
  void theVersionOfTheRulesIsThatOfTheNotice(LocalDate noticeDate, String version) {
    clerk.onDay(noticeDate);
    Long project = projects.storedIn("Gemeinsam klappt’s", projects.city());
    notices.record(project, null, new NewNotice(NoticeKind.GRANT, NoticeWorld.letter(noticeDate, noticeDate),
        NoticeWorld.PERIOD, NOTHING));
    assertThat(rules.rule(project, RuleKey.PROOF_MONTHS).ground()).contains(version).contains("angenommen");
  }

  @Test
  void amountsOfTheYearsAddUp() {
    Long project = world.granted(NoticeWorld.terms(null, NoticeWorld.years(2017, 100, 2018, 200), null));
    notices.record(project, null, NoticeWorld.amending(NoticeKind.NEXT_YEAR, TODAY,
        NoticeWorld.terms(null, NoticeWorld.years(2019, 50), null)));
    notices.record(project, null, NoticeWorld.amending(NoticeKind.CUT, TODAY,
        NoticeWorld.terms(null, NoticeWorld.years(2018, 150), null)));
    notices.record(project, null, NoticeWorld.amending(NoticeKind.REPAYMENT, TODAY,
        NoticeWorld.terms(null, NoticeWorld.years(2017, 30), null)));
    assertThat(notices.years(project)).isEqualTo(NoticeWorld.years(2017, 70, 2018, 150, 2019, 50));
    assertThat(notices.period(project).approvalUntil()).isEqualTo(ProjectWorld.UNTIL);
    assertThat(history.of(project)).extracting(ProjectEvent::description)
        .anyMatch(text -> text.startsWith("Kürzungsbescheid vom 20.04.2017 erfasst"));
  }

  private static GrantTerms limit(int amount) {
    return new GrantTerms(null, null, null, null, new BigDecimal(amount), NoticeWorld.years(), null, List.of());
  }

  private void amend(Long project, NoticeKind kind, GrantTerms terms) {
    notices.record(project, null, NoticeWorld.amending(kind, TODAY, terms));
  }

  @Test
  void aLimitCountsWhereANoticeNamesNoYears() {
    Long byYears = world.granted(NoticeWorld.terms(null, NoticeWorld.years(2017, 60000, 2018, 40000), null));
    amend(byYears, NoticeKind.CUT, limit(80000));
    assertThat(notices.granted(byYears)).isEqualByComparingTo("80000");
    amend(byYears, NoticeKind.NEXT_YEAR, limit(15000));
    assertThat(notices.granted(byYears)).isEqualByComparingTo("95000");
    amend(byYears, NoticeKind.REPAYMENT, limit(5000));
    assertThat(notices.granted(byYears)).isEqualByComparingTo("90000");

    Long byLimit = world.granted(limit(100000));
    amend(byLimit, NoticeKind.CUT, limit(80000));
    assertThat(notices.granted(byLimit)).isEqualByComparingTo("80000");
    amend(byLimit, NoticeKind.NEXT_YEAR, NoticeWorld.terms(null, NoticeWorld.years(2019, 5000), null));
    assertThat(notices.granted(byLimit)).isEqualByComparingTo("85000");
    amend(byLimit, NoticeKind.REPAYMENT, limit(10000));
    assertThat(notices.granted(byLimit)).isEqualByComparingTo("75000");
  }

  @Test
  void yearsThatComeAfterACutSayItAnew() {
    Long byYears = world.granted(NoticeWorld.terms(null, NoticeWorld.years(2017, 60000, 2018, 40000), null));
    amend(byYears, NoticeKind.CUT, limit(80000));
    amend(byYears, NoticeKind.REALLOCATION, NoticeWorld.terms(null, NoticeWorld.years(2017, 50000, 2018, 30000), null));
    assertThat(notices.granted(byYears)).isEqualByComparingTo("80000");

    Long byLimit = world.granted(limit(100000));
    amend(byLimit, NoticeKind.REALLOCATION, NoticeWorld.terms(null, NoticeWorld.years(2017, 60000, 2018, 40000), null));
    assertThat(notices.granted(byLimit)).isEqualByComparingTo("100000");

    Long unknown = world.granted();
    assertThat(notices.granted(unknown)).isNull();
    amend(unknown, NoticeKind.REPAYMENT, limit(10000));
    assertThat(notices.granted(unknown)).isNull();
  }
}

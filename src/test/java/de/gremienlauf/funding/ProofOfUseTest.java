package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.council.Participation;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.document.Conformance;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The model {@code proof-of-use}. The approval period ended on Sunday, 31 March 2019; the next day it begins. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ProofOfUseTest {

  private static final LocalDate AFTER = LocalDate.of(2019, 4, 1);
  private static final String WRITE = "Task_WriteProof";
  private static final String PARTNER = "Task_CheckPartnerProof";
  private static final String AUDIT = "Task_RecordAudit";

  @Autowired ProjectWorld world;
  @Autowired ReportWorld reportWorld;
  @Autowired Projects life;
  @Autowired Notices notices;
  @Autowired ProofsOfUse proofs;
  @Autowired PartnerProofs partnerProofs;
  @Autowired Partners partners;
  @Autowired FinancingPlan plan;
  @Autowired FundsCalls calls;
  @Autowired Concepts concepts;
  @Autowired ProjectDocuments documents;
  @Autowired FundedProjectRepository projects;
  @Autowired RuntimeService runtime;
  @Autowired RunHistory runs;
  @Autowired Clerk clerk;

  @BeforeEach
  void theDayAfterTheEnd() {
    clerk.onDay(AFTER);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private String begin(Long project) {
    String process = runtime.startProcessInstanceByKey("proof-of-use", Map.of("projectId", project)).getId();
    clerk.runDueJobs();
    return process;
  }

  private Long planned() {
    Long project = reportWorld.granted();
    plan.replace(project, FinancingPlan.read("Personal; 80.000,00\nSachkosten; 20.000\nBewirtung; 1.000; nicht"
        + " zuwendungsfähig", "Eigenmittel; 11.000,00\nLandesmittel; 90.000,00"));
    return project;
  }

  private static Map<String, Object> actuals(String personnel, String material, String meals, String own,
      String land) {
    return Map.of("narrative", "Es wurde beraten.", "actuals", "1; Personal; Plan 80.000,00; Ist " + personnel
        + "\n2; Sachkosten; Plan 20.000,00; Ist " + material + "\n3; Bewirtung; Plan 1.000,00; Ist " + meals
        + "\n4; Eigenmittel; Plan 11.000,00; Ist " + own + "\n5; Landesmittel; Plan 90.000,00; Ist " + land);
  }

  private static Map<String, Object> asPlanned() {
    return actuals("80.000,00", "20.000,00", "1.000,00", "11.000,00", "90.000,00");
  }

  private static Map<String, Object> with(Map<String, Object> entered, String key, Object value) {
    Map<String, Object> more = new HashMap<>(entered);
    more.put(key, value);
    return more;
  }

  private ProofDetails proof(Long project) {
    return proofs.of(project).orElseThrow();
  }

  @Test
  void anAbortedProjectProvesWhateverBecomesOfItsPeriod() {
    clerk.onDay(LocalDate.of(2018, 6, 1));
    Long project = planned();
    life.closeAborted(project);
    String process = begin(project);
    life.periodChanged(project);
    clerk.runDueJobs();
    assertThat(clerk.tasks(process, WRITE)).as("the period would go on, the project does not").hasSize(1);
    clerk.complete(process, WRITE, asPlanned());
    assertThat(clerk.tasks(process, AUDIT)).hasSize(1);
  }

  @Test
  void dueAtTheEndOfTheSixthMonthAndMovedByAnExtension() {
    clerk.onDay(LocalDate.of(2019, 2, 1));
    Long project = reportWorld.granted();
    ExplainedDate before = proofs.due(project).orElseThrow();
    assertThat(before.date()).isEqualTo("2019-09-30");
    assertThat(before.steps()).startsWith("Der Bewilligungszeitraum endet am So 31.03.2019.")
        .anyMatch(step -> step.contains("Der 6. Monat danach ist der September 2019."));
    assertThat(before.ground()).contains("Nr. 7.1 ANBest-G", "§ 31 Abs. 1 und 3 VwVfG NRW");
    clerk.onDay(LocalDate.of(2019, 3, 1));
    reportWorld.extend(project, LocalDate.of(2019, 3, 1), LocalDate.of(2019, 12, 31));

    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2020-06-30");
  }

  @Test
  void noticeMaySayOtherwise() {
    Long months = reportWorld.granted(new NoticeClause("proof-months", "5", "Nr. 6.2 des Bescheids"));
    ExplainedDate due = proofs.due(months).orElseThrow();
    assertThat(due.date()).as("31.08.2019 is a Saturday").isEqualTo("2019-09-02");
    assertThat(due.ground()).contains("Nr. 6.2 des Bescheids");
    Long day = reportWorld.granted(new NoticeClause("proof-due", "2019-06-30", "Nr. 6.3 des Bescheids"));
    assertThat(proofs.due(day).orElseThrow().date()).as("a Sunday, but fixed by the authority").isEqualTo("2019-06-30");
    assertThat(proofs.due(day).orElseThrow().steps()).singleElement().asString().contains("den der Bescheid bestimmt");
  }

  @Test
  void aFixedDayBeforeTheEndOfAnExtensionDoesNotHold() {
    clerk.onDay(LocalDate.of(2019, 3, 1));
    Long project = reportWorld.granted(new NoticeClause("proof-due", "2019-09-30", "Nr. 6.3 des Bescheids"));
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2019-09-30");
    reportWorld.extend(project, LocalDate.of(2019, 3, 1), LocalDate.of(2019, 12, 31));

    ExplainedDate due = proofs.due(project).orElseThrow();
    assertThat(due.date()).isEqualTo("2020-06-30");
    assertThat(due.steps()).startsWith("Der Bewilligungszeitraum endet am Di 31.12.2019.",
        "Der Termin Mo 30.09.2019 (Nr. 6.3 des Bescheids, Zuwendungsbescheid vom 10.04.2017) liegt nicht danach und"
            + " gilt deshalb nicht.");
    clerk.onDay(LocalDate.of(2020, 6, 30));
    clerk.complete(begin(project), WRITE, Map.of("narrative", "Ohne Finanzierungsplan."));
    assertThat(world.asked(project)).doesNotContainKey(FindingCode.PROOF_LATE);
  }

  @Test
  void theLatestNoticeSaysWhenTheProofIsDue() {
    clerk.onDay(LocalDate.of(2019, 3, 1));
    Long months = reportWorld.granted(new NoticeClause("proof-due", "2020-02-15", null));
    extend(months, new NoticeClause("proof-months", "3", "Nr. 4 der Verlängerung"));
    assertThat(proofs.due(months).orElseThrow().date()).isEqualTo("2020-03-31");
    assertThat(proofs.due(months).orElseThrow().ground()).contains("Nr. 4 der Verlängerung");
    Long day = reportWorld.granted(new NoticeClause("proof-months-exact", "3", null));
    extend(day, new NoticeClause("proof-months", "3", null), new NoticeClause("proof-due", "2020-02-15", null));
    assertThat(proofs.due(day).orElseThrow().date()).isEqualTo("2020-02-15");
    Long kept = reportWorld.granted(new NoticeClause("proof-due", "2020-02-15", null));
    extend(kept);
    assertThat(proofs.due(kept).orElseThrow().date()).isEqualTo("2020-02-15");
  }

  private void extend(Long project, NoticeClause... clauses) {
    notices.record(project, null, new NewNotice(NoticeKind.EXTENSION, NoticeWorld.letter(LocalDate.of(2019, 3, 1),
        LocalDate.of(2019, 3, 1)), new FundingPeriod(null, LocalDate.of(2019, 12, 31), null, null),
        NoticeWorld.terms(null, null, List.of(clauses))));
  }

  @Test
  void proofIsWrittenPrintedAuditedAndKept() throws Exception {
    Long project = planned();
    String process = begin(project);
    Task write = clerk.task(process, WRITE);
    assertThat(EngineClock.dayOf(write.getDueDate())).isEqualTo("2019-09-30");
    assertThat(clerk.fields(write)).containsEntry("actuals", "1; Personal; Plan 80.000,00; Ist \n2; Sachkosten; Plan"
            + " 20.000,00; Ist \n3; Bewirtung; Plan 1.000,00; Ist \n4; Eigenmittel; Plan 11.000,00; Ist \n5;"
            + " Landesmittel; Plan 90.000,00; Ist")
        .hasEntrySatisfying("narrative", text -> assertThat((String) text).contains("Ämter arbeiten Hand in Hand."))
        .hasEntrySatisfying("dueExplained", text -> assertThat((String) text).contains("Mo 30.09.2019"));
    clerk.onDay(LocalDate.of(2019, 9, 30));
    clerk.complete(write, actuals("75.000,00", "19.000,00", "900", "9.300,00", "84.600,00"));

    ProofDetails submitted = proof(project);
    assertThat(submitted.state()).isEqualTo(ProofState.SUBMITTED);
    assertThat(submitted.submittedOn()).isEqualTo("2019-09-30");
    assertThat(submitted.computedGrant()).isEqualByComparingTo("84600.00");
    assertThat(submitted.computation()).contains("6.000,00 € × 90 % = 5.400,00 €.", "zu erstatten 0,00 €");
    ProjectDocument file = documents.of(project).stream()
        .filter(document -> document.kind() == ProjectDocumentKind.PROOF_OF_USE).findFirst().orElseThrow();
    assertThat(file.name()).isEqualTo("Verwendungsnachweis vom 30.09.2019");
    assertThat(submitted.documentHash()).isEqualTo(file.documentHash());
    byte[] pdf = documents.content(project, file.id()).bytes();
    Files.createDirectories(Path.of("target/documents"));
    Files.write(Path.of("target/documents/proof-of-use.pdf"), pdf);
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(text(pdf)).containsSubsequence("Sachbericht", "Es wurde beraten.", "Ausgaben", "Personal",
        "80.000,00", "75.000,00", "-5.000,00", "-6,3", "Bewirtung (n. z.)", "Summe", "101.000,00", "94.900,00",
        "davon zuwendungsfähig", "100.000,00", "94.000,00", "Finanzierung", "Eigenmittel", "Landesmittel", "Zuwendung",
        "84.600,00", "Frist", "Der Bewilligungszeitraum endet am So 31.03.2019.");

    clerk.onDay(LocalDate.of(2020, 1, 15));
    clerk.complete(process, AUDIT, Map.of("result", "ACCEPTED", "auditedOn", "10.01.2020", "note", "Ohne Einwände"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(runs.variable(process, "extended")).isEqualTo("false");
    assertThat(proof(project).auditResult()).isEqualTo(AuditResult.ACCEPTED);
    FundedProject kept = projects.required(project);
    assertThat(kept.retentionUntil).isEqualTo("2024-09-30");
    assertThat(kept.retentionExplained).contains("5 Jahre aufzubewahren, bis Mo 30.09.2024 (Nr. 7.5 ANBest-G)",
        "Der Aktenplan der Stadt verlangt 5 Jahre");
    assertThat(world.open(project)).doesNotContain(FindingCode.PROOF_LATE, FindingCode.SINGLE_ITEM_EXCEEDED);
  }

  @Test
  void seedDatesAfterTheExtension() {
    Long project = reportWorld.granted();
    reportWorld.extend(project, LocalDate.of(2019, 3, 1), LocalDate.of(2019, 12, 31));
    clerk.onDay(LocalDate.of(2020, 1, 1));
    String process = begin(project);
    assertThat(proof(project).dueOn()).isEqualTo("2020-06-30");
    clerk.onDay(LocalDate.of(2020, 6, 30));
    clerk.complete(process, WRITE, Map.of("narrative", "Ohne Finanzierungsplan."));

    assertThat(proof(project).computedGrant()).isNull();
    assertThat(proofs.retention(project).date()).isEqualTo("2025-06-30");
  }

  @Test
  void partnersProveFirst() {
    Long project = planned();
    Long first = partners.add(project, new NewPartner("Caritas", PartnerKind.COOPERATION, Participation.PERMANENT,
        null));
    Long second = partners.add(project, new NewPartner("Diakonie", PartnerKind.COOPERATION, Participation.PERMANENT,
        null));
    partners.add(project, new NewPartner("Jobcenter", PartnerKind.PARTICIPATING, Participation.PERMANENT, null));
    partners.passOn(first, new BigDecimal("30000"), LocalDate.of(2018, 1, 2));
    partners.passOn(second, new BigDecimal("20000"), LocalDate.of(2018, 1, 2));
    String process = begin(project);
    List<Task> checks = clerk.tasks(process, PARTNER);
    assertThat(checks).hasSize(2).allMatch(task ->
        EngineClock.dayOf(task.getDueDate()).equals(LocalDate.of(2019, 8, 5)));
    assertThat(clerk.tasks(process, WRITE)).isEmpty();
    Task caritas = checks.stream().filter(task -> clerk.fields(task).get("partnerName").equals("Caritas"))
        .findFirst().orElseThrow();
    Task diakonie = checks.stream().filter(task -> !task.getId().equals(caritas.getId())).findFirst().orElseThrow();
    assertThat(clerk.fields(caritas)).containsEntry("passedOn", "30.000,00 €")
        .hasEntrySatisfying("dueExplained", text -> assertThat((String) text).contains("8 Wochen früher"));
    Map<Map<String, Object>, String> refused = Map.of(
        Map.of("receivedOn", "01.04.2019"), "welcher Betrag anerkannt wird",
        Map.of("accepted", "1.000,00"), "erst anerkennen, wenn",
        Map.of("receivedOn", "02.04.2019", "accepted", "1.000"), "nicht erst am 02.04.2019",
        Map.of("receivedOn", "01.04.2019", "accepted", "30.000,01"), "nur 30.000,00 €",
        Map.of("receivedOn", "01.04.2019", "accepted", "viel"), "kein Betrag in Euro");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(caritas, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    clerk.complete(caritas, Map.of("receivedOn", "01.04.2019", "accepted", "29.500,50"));
    clerk.complete(diakonie, Map.of());

    assertThat(partnerProofs.of(project)).extracting(PartnerProof::accepted)
        .usingElementComparator((a, b) -> a == b ? 0 : a == null || b == null ? 1 : a.compareTo(b))
        .containsExactly(new BigDecimal("29500.50"), null);
    assertThat(world.asked(project).get(FindingCode.PARTNER_PROOF_MISSING)).contains("Diakonie", "20.000,00 €",
        "Mo 05.08.2019");
    clerk.complete(process, WRITE, asPlanned());
    partnerProofs.check(second, AFTER, new BigDecimal("20000"));
    assertThat(world.open(project)).doesNotContain(FindingCode.PARTNER_PROOF_MISSING);
    assertThat(clerk.task(process, AUDIT)).isNotNull();
  }

  @Test
  void aPartnerWhoGetsNothingAfterAllProvesNothing() {
    Long project = planned();
    Long caritas = partners.add(project, new NewPartner("Caritas", PartnerKind.COOPERATION, Participation.PERMANENT,
        null));
    partners.passOn(caritas, new BigDecimal("30000"), LocalDate.of(2018, 1, 2));
    String process = begin(project);
    Task check = clerk.task(process, PARTNER);
    partners.passOn(caritas, BigDecimal.ZERO, LocalDate.of(2018, 1, 2));
    assertThatThrownBy(() -> clerk.complete(check, Map.of("receivedOn", "01.04.2019", "accepted", "1.000,00")))
        .isInstanceOf(BusinessException.class).hasMessage("An Caritas wird nichts weitergegeben; bitte lassen Sie"
            + " „Eingegangen am“ und „Anerkannter Betrag“ leer.");
    clerk.complete(check, Map.of());

    assertThat(world.asked(project)).doesNotContainKey(FindingCode.PARTNER_PROOF_MISSING);
    assertThat(clerk.tasks(process, WRITE)).hasSize(1);
  }

  @Test
  void aCutThatNamesNoYearsLowersWhatWasGranted() {
    Long project = planned();
    notices.record(project, null, NoticeWorld.amending(NoticeKind.CUT, LocalDate.of(2019, 3, 1), new GrantTerms(null,
        null, null, null, new BigDecimal("80000"), new TreeMap<>(), null, List.of())));
    assertThat(proofs.numbers(project).granted()).isEqualByComparingTo("80000");
  }

  @Test
  void extensionAfterTheEndEndsTheProofUntilTheNewEnd() {
    Long project = planned();
    String process = begin(project);
    clerk.onDay(LocalDate.of(2019, 5, 2));
    reportWorld.extend(project, LocalDate.of(2019, 5, 2), LocalDate.of(2019, 12, 31));

    assertThat(clerk.instance(process)).isNull();
    assertThat(runs.variable(process, "extended")).isEqualTo("true");
    clerk.onDay(LocalDate.of(2020, 1, 1));
    assertThat(EngineClock.dayOf(clerk.task(begin(project), WRITE).getDueDate())).isEqualTo("2020-06-30");
  }

  @Test
  void extensionThatIsOverMovesTheDueDateAlone() {
    Long project = planned();
    String process = begin(project);
    clerk.onDay(LocalDate.of(2019, 8, 1));
    reportWorld.extend(project, LocalDate.of(2019, 6, 3), LocalDate.of(2019, 6, 30));

    assertThat(EngineClock.dayOf(clerk.task(process, WRITE).getDueDate())).isEqualTo("2019-12-31");
    assertThat(runs.variable(process, "extended")).isEqualTo("false");
  }

  @Test
  void lateAndExceededIsAsked() {
    Long project = planned();
    String process = begin(project);
    clerk.onDay(LocalDate.of(2019, 10, 4));
    clerk.complete(process, WRITE, actuals("75.000,00", "24.000,01", "1.000,00", "10.000,01", "90.000,00"));

    assertThat(world.asked(project).get(FindingCode.PROOF_LATE)).isEqualTo("Der Verwendungsnachweis war bis"
        + " Mo 30.09.2019 vorzulegen; vorgelegt wurde er am Fr 04.10.2019.");
    assertThat(world.asked(project).get(FindingCode.SINGLE_ITEM_EXCEEDED)).contains("Sachkosten", "24.000,00 €",
        "0,01 €");
  }

  @Test
  void openPointsOfConceptsAreAskedAtTheEnd() {
    Long project = planned();
    Long concept = concepts.add(project, null, "KOKIP", null);
    concepts.raise(concept, "Finanzierung unklar", LocalDate.of(2019, 3, 1));
    Long settled = concepts.raise(concept, "Träger offen", null);
    concepts.settle(settled, "Die Caritas trägt es.", null);
    begin(project);

    assertThat(world.asked(project).get(FindingCode.OPEN_POINTS)).contains("KOKIP", "Finanzierung unklar")
        .doesNotContain("Träger offen");
  }

  @Test
  void repaymentIsRecordedWithItsAmount() {
    Long project = planned();
    String process = begin(project);
    clerk.complete(process, WRITE, asPlanned());
    Task audit = clerk.task(process, AUDIT);
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("result", "REPAYMENT", "auditedOn", "01.04.2019"), "den Betrag an");
    refused.put(Map.of("result", "CUT", "auditedOn", "01.04.2019", "repayment", "0"), "den Betrag an");
    refused.put(Map.of("result", "ACCEPTED", "auditedOn", "01.04.2019", "repayment", "1,00"), "keinen Betrag");
    refused.put(Map.of("result", "ACCEPTED", "auditedOn", "31.03.2019"), "zwischen der Vorlage am 01.04.2019");
    refused.put(Map.of("result", "ACCEPTED", "auditedOn", "02.04.2019"), "zwischen der Vorlage");
    refused.put(Map.of("result", "ACCEPTED"), "Tag und Ergebnis");
    refused.put(Map.of("auditedOn", "01.04.2019"), "Tag und Ergebnis");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(audit, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    clerk.complete(audit, Map.of("result", "REPAYMENT", "auditedOn", "01.04.2019", "repayment", "1.234,56"));

    assertThat(proof(project).repayment()).isEqualByComparingTo("1234.56");
    assertThat(proof(project).state()).isEqualTo(ProofState.AUDITED);
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void whatIsMissingOrWrongIsRefusedAndTheTaskStays() {
    Long project = planned();
    String process = begin(project);
    Task write = clerk.task(process, WRITE);
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(with(asPlanned(), "narrative", " "), "Sachbericht");
    refused.put(with(asPlanned(), "submittedOn", "02.04.2019"), "nicht erst am 02.04.2019");
    refused.put(with(asPlanned(), "actuals", ""), "es fehlt: Personal, Sachkosten, Bewirtung, Eigenmittel");
    refused.put(with(asPlanned(), "actuals", "6; Anderes; Plan 1,00; Ist 1,00"), "jede Zeile stehen");
    refused.put(with(asPlanned(), "actuals", "Personal 80.000"), "jede Zeile stehen");
    refused.put(with(asPlanned(), "actuals", "1; P; Plan 1; Ist 1,00\n1; P; Plan 1; Ist 2,00"), "zweimal");
    refused.put(with(asPlanned(), "actuals", "1; P; Plan 1; Ist viel"), "kein Betrag");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(write, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));

    assertThat(clerk.task(process, WRITE).getId()).isEqualTo(write.getId());
    assertThat(plan.lines(project)).extracting(PlanLine::actual).containsOnlyNulls();
    assertThatThrownBy(() -> proofs.file(project)).isInstanceOf(BusinessException.class);
    clerk.complete(write, asPlanned());
    assertThatThrownBy(() -> proofs.submit(project, new WrittenProof("x", Map.of(), null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("schon vorgelegt");
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0\u00AD]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

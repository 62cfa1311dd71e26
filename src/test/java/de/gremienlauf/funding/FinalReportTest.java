package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.document.Conformance;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The final report of a project like the one the product grew from, drafted on Thursday, 5 December 2019. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class FinalReportTest {

  private static final LocalDate DRAFTED = LocalDate.of(2019, 12, 5);
  private static final LocalDate END = LocalDate.of(2019, 12, 31);
  private static final String TASK = "Task_DraftFinalReport";

  @Autowired ProjectWorld world;
  @Autowired ReportWorld reportWorld;
  @Autowired FinalReports reports;
  @Autowired ProgressReports progress;
  @Autowired Projects projects;
  @Autowired ProjectPapers papers;
  @Autowired ProjectPaperRepository paperRows;
  @Autowired Applications applications;
  @Autowired Topics topics;
  @Autowired Recommendations recommendations;
  @Autowired Objectives objectives;
  @Autowired Concepts concepts;
  @Autowired Partners partners;
  @Autowired ProjectDates dates;
  @Autowired FollowUps followUps;
  @Autowired ProjectDocuments documents;
  @Autowired PaperQueries paperQueries;
  @Autowired Attachments attachments;
  @Autowired RepositoryService repository;
  @Autowired Clerk clerk;

  private PaperWorld.City city;
  private Long project;
  private Meeting closing;
  private String deployment;

  @BeforeEach
  void tellTheStory() {
    clerk.onDay(LocalDate.of(2017, 3, 1));
    city = world.paperCity();
    project = world.stored(city.name);
    city.paper("Beschlussvorlage", "0554/2017").release(decision(LocalDate.of(2017, 4, 4)))
        .result("Rat", "beschlossen");
    papers.attach(project, "0554/2017", PaperPurpose.PARTICIPATION);
    clerk.onDay(LocalDate.of(2017, 4, 11));
    applications.file(project, null, new NewApplication(null, true, null, null));
    reportWorld.grant(project);
    clerk.onDay(LocalDate.of(2019, 2, 1));
    Long report = progress.plan(project, new NewReport("Sachstandsbericht 2018", ReportBasis.RESOLUTION, null,
        LocalDate.of(2019, 2, 28)));
    progress.submit(report, new WrittenReport("Alles läuft.", "Verlängerung bis Ende 2019", false, null, true));
    clerk.onDay(LocalDate.of(2019, 3, 1));
    Long extension = reportWorld.extend(project, LocalDate.of(2019, 3, 1), END);
    clerk.onDay(DRAFTED);
    tellTopics(extension);
    tellPartners();
    closing = reportWorld.minuted(reportWorld.body(project, "Arbeitsgruppe"), LocalDate.of(2019, 9, 4));
  }

  private static Wish decision(LocalDate day) {
    return new Wish("Rat", ConsultationRole.DECISION, 1, day);
  }

  private void tellTopics(Long extension) {
    Long work = topics.add(project, extension, "Handlungsempfehlungen Bildung/Arbeit", null);
    topics.addOutcome(work, OutcomeKind.CONTINUING_TASK, "Fachkoordination Arbeit",
        "Gespräche über das Angebot werden laufend geführt");
    Long courses = recommendations.add(project, work, "Sprachkurse am Abend", "Jobcenter");
    recommendations.takeUp(courses, "Jobcenter", DRAFTED);
    recommendations.add(project, work, "Kinderbetreuung", null);
    Long caseManagement = topics.add(project, extension, "Casemanagement", null);
    topics.addOutcome(caseManagement, OutcomeKind.FOLLOW_UP_PROJECT, "Amt für Integration", null);
    tellConcept(caseManagement);
    Long monitoring = topics.add(project, extension, "Integrationsmonitoring", "Leitlinien werden erarbeitet.\n\nEin"
        + " Monitoring entsteht parallel.");
    topics.addOutcome(monitoring, OutcomeKind.CONSOLIDATED, "Amt für Integration", null);
    objectives.reach(objectives.add(project, new NewObjective(extension, work, "Hürden sind benannt", "Werkstätten",
        "10 Empfehlungen")), ObjectiveState.ACHIEVED, "12 Empfehlungen");
    objectives.add(project, new NewObjective(null, null, "Netzwerk besteht", null, null));
  }

  private void tellConcept(Long topic) {
    Long concept = concepts.add(project, topic, "KOKIP", "Kooperation zur Klärung");
    concepts.addVersion(concept, null, null);
    concepts.addVersion(concept, "an die Förderbedingungen angepasst", null);
    Organization subgroup = reportWorld.body(project, "UAG Casemanagement");
    concepts.decide(concept, 1, subgroup.id(),
        reportWorld.item(reportWorld.meeting(subgroup, LocalDate.of(2019, 6, 26), "Konzept KOKIP")));
    Long other = projects.create(new NewProject(city.name, null, "Gemeinsam klappt´s", "Gemeinsam klappt´s", null, null,
        "Amt für Integration", null, null, null));
    concepts.assumeDay(concepts.decideElsewhere(concept, 2, reportWorld.body(project, "Lenkungsgruppe").id(),
        LocalDate.of(2019, 8, 20)));
    concepts.decideElsewhere(concept, 2, reportWorld.body(other, "Bündniskerngruppe").id(), null);
    Long open = concepts.raise(concept, "Finanzierung der Umsetzung", LocalDate.of(2019, 6, 26));
    concepts.settle(open, "Teilhabemanagement wird gefördert", null);
    clerk.onDay(LocalDate.of(2019, 10, 1));
    city.paper("Beschlussvorlage", "3141/2019").release(decision(LocalDate.of(2019, 11, 7)))
        .result("Rat", "beschlossen");
    clerk.onDay(DRAFTED);
    Long later = projects.create(new NewProject(city.name, null, "KOKIP", "Durchstarten in Ausbildung und Arbeit", null,
        null, "Amt für Integration", null, LocalDate.of(2019, 12, 1), LocalDate.of(2022, 12, 31)));
    applications.file(later, null, new NewApplication(null, true, null, null));
    followUps.create(new NewFollowUp(project, null, 4), later);
    papers.attach(later, "3141/2019", PaperPurpose.PARTICIPATION);
    for (int i = 1; i <= 4; i++) {
      partners.sign(partners.add(later, new NewPartner("Träger " + i, PartnerKind.COOPERATION, Participation.PERMANENT,
          null)), LocalDate.of(2019, 11, 20), true);
    }
    dates.add(later, "operativer Start", "voraussichtlich im Januar 2020", false);
  }

  private void tellPartners() {
    for (String name : List.of("Jobcenter", "Agentur für Arbeit", "Wohlfahrtsverbände")) {
      partners.add(project, new NewPartner(name, PartnerKind.PARTICIPATING, Participation.PERMANENT, null));
    }
    for (String name : List.of("Bundesamt für Migration und Flüchtlinge", "Migrantenselbstorganisationen")) {
      partners.add(project, new NewPartner(name, PartnerKind.PARTICIPATING, Participation.OCCASIONAL, null));
    }
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
    }
  }

  private String begin() {
    deployment = repository.createDeployment().addModelInstance("final-report-form.bpmn",
        Bpmn.createExecutableProcess("final-report-form").camundaHistoryTimeToLive(1).startEvent().userTask(TASK)
            .camundaTaskListenerDelegateExpression(TaskListener.EVENTNAME_CREATE, "${finalReportForm}")
            .camundaTaskListenerDelegateExpression(TaskListener.EVENTNAME_COMPLETE, "${finalReportForm}")
            .endEvent().done()).deploy().getId();
    return world.start("final-report-form", Map.of("projectId", project));
  }

  @Test
  void draftTellsEverythingInTheOrderOfTheReport() {
    String city = "Stadt " + this.city.name;
    assertThat(reports.draft(project)).isEqualTo("""
        Am 04.04.2017 hat der Rat beschlossen, dass sich die %s vom 01.04.2017 bis zum 31.03.2019 am Förderprojekt \
        „Einwanderung gestalten“ (Programm „Einwanderung gestalten NRW“) beteiligt (Vorlage 0554/2017). Grundlage war \
        der Förderantrag der Verwaltung; die Bezirksregierung Arnsberg hat ihn mit Zuwendungsbescheid vom 10.04.2017 \
        bewilligt.

        Der Fördergeber hat danach die Möglichkeit einer Verlängerung eröffnet, wie es der Bericht „Sachstandsbericht \
        2018“ angekündigt hatte. Die Bezirksregierung Arnsberg hat sie mit Verlängerungsbescheid vom 01.03.2019 bis \
        zum 31.12.2019 gewährt. Drei Schwerpunkte standen seitdem im Vordergrund:

        - Handlungsempfehlungen Bildung/Arbeit. Gespräche über das Angebot werden laufend geführt. Das ist jetzt eine \
        laufende Aufgabe (zuständig: Fachkoordination Arbeit). Von 2 Handlungsempfehlungen aufgegriffen: 1.

        - Casemanagement. Am 26.06.2019 hat die UAG Casemanagement das Konzept KOKIP (Kooperation zur Klärung) \
        beschlossen. Offen war am 26.06.2019: Finanzierung der Umsetzung. Inzwischen ist das geklärt: \
        Teilhabemanagement wird gefördert. Das Konzept KOKIP wurde an die Förderbedingungen angepasst; das haben die \
        Lenkungsgruppe und die Bündniskerngruppe des Projekts „Gemeinsam klappt´s“ beschlossen. Folgeprojekt ist \
        „KOKIP“ im Programm „Durchstarten in Ausbildung und Arbeit“. Der Förderantrag dafür ist gestellt. Am \
        07.11.2019 hat der Rat der Teilnahme zugestimmt (Vorlage 3141/2019). Mit den vier Kooperationspartnern ist die \
        Kooperationsvereinbarung geschlossen. Operativer Start: voraussichtlich im Januar 2020. Fortgeführt wird es in \
        einem Folgeprojekt (zuständig: Amt für Integration).

        - Integrationsmonitoring. Leitlinien werden erarbeitet. Ein Monitoring entsteht parallel. Das Handlungsfeld \
        ist damit verstetigt (zuständig: Amt für Integration).

        Das Projekt läuft bis zum 31.12.2019. Seine weiteren Ergebnisse stehen in den früheren Berichten und in der \
        Zieldatei (Anlage 1). Als Anlage 2 liegt die Niederschrift der Sitzung vom 04.09.2019 bei (Arbeitsgruppe).

        Zusammenfassend lässt sich sagen: Ohne die Netzwerke des Projekts wäre der Blick über die Grenzen der \
        Zuständigkeiten nicht möglich gewesen. In allen Projektgremien haben mitgewirkt: Jobcenter, Agentur für Arbeit \
        und Wohlfahrtsverbände. Zu einzelnen Fragen kamen hinzu: Bundesamt für Migration und Flüchtlinge und \
        Migrantenselbstorganisationen. Die Beteiligten von außen haben viel Fachwissen eingebracht und die Fragen von \
        mehreren Seiten beleuchtet; die gemeinsamen Ergebnisse finden breite Zustimmung.

        Mit dem Ende des Projekts ist die Arbeit an diesen Themen nicht getan; sie bleibt Aufgabe der Verwaltung und \
        aller Beteiligten. Erfahrungen, Erkenntnisse und Arbeitsweise gehen über an: Fachkoordination Arbeit; Amt für \
        Integration.""".formatted(city));
  }

  @Test
  void paperBeginsWithTheReportAndItsAnnexes() throws Exception {
    String form = begin();
    Task draft = clerk.task(form, TASK);
    assertThat(clerk.fields(draft)).containsEntry("subject", "Abschlussbericht zum Projekt „Einwanderung gestalten“")
        .containsEntry("minutes", String.valueOf(closing.id())).containsEntry("minutesKnown", true);
    clerk.complete(draft, Map.of("subject", "Abschlussbericht", "text", "Von Hand überarbeitet.", "minutes",
        String.valueOf(closing.id())));
    assertThat(clerk.instance(form)).isNull();

    String process = world.start("project-paper", Map.of("projectId", project, "purpose", "FINAL_REPORT"));
    clerk.complete(process, "Task_ArrangePaper",
        Map.of("need", "NEW", "paperType", "Mitteilung", "subject", "Abschlussbericht"));
    Long paper = paperRows.findByProjectIdAndPurposeOrderById(project, PaperPurpose.FINAL_REPORT).get(0).paperId();
    PaperDetails details = paperQueries.details(paper);
    assertThat(details.blocks()).extracting(PaperDetails.Block::text).containsExactly("Von Hand überarbeitet.");
    assertThat(details.references()).extracting(PaperDetails.Reference::reference)
        .containsExactlyInAnyOrder("0554/2017", "3141/2019");
    assertThat(details.attachments()).extracting(PaperDetails.AttachmentLine::name)
        .containsExactly("Zieldatei", "Niederschrift der Sitzung vom 04.09.2019 (Arbeitsgruppe)");
    assertThat(details.attachments()).extracting(PaperDetails.AttachmentLine::printed).containsExactly(true, false);
    byte[] file = attachments.content(paper, details.attachments().get(0).id()).bytes();
    Files.createDirectories(Path.of("target/documents"));
    Files.write(Path.of("target/documents/objectives.pdf"), file);
    assertThat(Conformance.violations(file, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(file, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(text(file)).contains("Zieldatei", "Handlungsempfehlungen Bildung/Arbeit",
        "Hürden sind benannt. Maßnahme: Werkstätten.", "10 Empfehlungen", "12 Empfehlungen", "erreicht",
        "Übergreifende Ziele", "Netzwerk besteht.");
    assertThat(text(attachments.content(paper, details.attachments().get(1).id()).bytes()))
        .contains("Hatice Sternengasse").doesNotContain("Ehrenfelder");
  }

  @Test
  void untouchedDraftNamesTheAnnexesThatWereChosen() {
    String form = begin();
    Task draft = clerk.task(form, TASK);
    String text = reports.draft(project);
    clerk.complete(draft, Map.of("subject", "Abschlussbericht", "text", text, "minutes", ""));

    FinalReports.Kept kept = reports.kept(project).orElseThrow();
    assertThat(kept.minutesMeetingId()).isNull();
    assertThat(kept.text()).contains("Zieldatei (Anlage 1)").doesNotContain("Anlage 2");
    assertThat(documents.of(project)).extracting(ProjectDocument::kind).contains(ProjectDocumentKind.OBJECTIVES);
  }

  @Test
  void whatIsMissingOrWrongIsRefusedAndTheTaskStays() {
    assertThatThrownBy(() -> papers.wanted(papers.order(project, PaperPurpose.FINAL_REPORT, null, null, null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("noch kein Abschlussbericht");
    Meeting unreleased = reportWorld.meeting(reportWorld.body(project, "Lenkungsgruppe"), LocalDate.of(2019, 9, 5),
        "Abschluss");
    String form = begin();
    Task draft = clerk.task(form, TASK);
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("subject", "", "text", "Text"), "Betreff");
    refused.put(Map.of("subject", "Bericht", "text", " "), "Betreff und Text");
    refused.put(Map.of("subject", "Bericht", "text", "Text", "minutes", String.valueOf(unreleased.id())),
        "keine der angebotenen");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(draft, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    assertThat(clerk.task(form, TASK).getId()).isEqualTo(draft.getId());
    assertThatThrownBy(() -> reports.finish(project, "Bericht", "Text", unreleased.id()))
        .isInstanceOf(BusinessException.class).hasMessageContaining("geschwärzten Fassung");
    assertThat(reports.kept(project)).isEmpty();
  }

  @Test
  void littleIsKnownOfANewProject() {
    Long bare = projects.create(new NewProject(city.name, null, "Neu", "Neu", null, null, "Amt für Integration", null,
        null, null));
    assertThat(reports.draft(bare)).isEqualTo("Die Stadt " + city.name + " hat sich am Förderprojekt „Neu“ beteiligt.");
    assertThat(reports.minutes(bare)).isEmpty();
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0\u00AD]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

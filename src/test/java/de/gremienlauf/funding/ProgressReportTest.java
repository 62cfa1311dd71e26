package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code progress-report}. It begins on Tuesday, 2 May 2017, after the notice of 10 April 2017. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ProgressReportTest {

  private static final LocalDate START = LocalDate.of(2017, 5, 2);
  private static final LocalDate DUE = LocalDate.of(2018, 3, 30);
  private static final String WRITE = "Task_WriteReport";

  @Autowired ProjectWorld world;
  @Autowired ReportWorld reportWorld;
  @Autowired ProgressReports reports;
  @Autowired Projects projects;
  @Autowired ProjectPaperRepository papers;
  @Autowired Papers paperLife;
  @Autowired PaperQueries paperQueries;
  @Autowired Council council;
  @Autowired FormFields fields;
  @Autowired Clerk clerk;

  @BeforeEach
  void beginInMay() {
    clerk.onDay(START);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static NewReport wanted(LocalDate due) {
    return new NewReport("Sachstandsbericht 2018", ReportBasis.NOTICE, "Nr. 5 der Nebenbestimmungen", due);
  }

  private String process(Long report) {
    return reports.details(report).processInstanceId();
  }

  private static Map<String, Object> written(Map<String, Object> more) {
    Map<String, Object> entered = new HashMap<>(Map.of("text", "Die Beratung läuft."));
    entered.putAll(more);
    return entered;
  }

  @Test
  void workBeginsInTimeAndTheReportIsSubmitted() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(DUE));
    String process = process(report);
    assertThat(reports.details(report).beginOn()).isEqualTo(LocalDate.of(2018, 3, 2));
    assertThat(reports.details(report).dueExplained()).isEqualTo("Vorzulegen bis Fr 30.03.2018 nach Bescheid (Nr. 5 der"
        + " Nebenbestimmungen).\nDie Arbeit beginnt 4 Wochen vorher, Fr 02.03.2018 (Erfahrung der Verwaltung"
        + " (angenommen)).");
    clerk.onDay(LocalDate.of(2018, 3, 1));
    assertThat(clerk.tasks(process, WRITE)).isEmpty();

    clerk.onDay(LocalDate.of(2018, 3, 2));
    Task write = clerk.task(process, WRITE);
    assertThat(EngineClock.dayOf(write.getDueDate())).isEqualTo(DUE);
    assertThat(clerk.fields(write)).containsEntry("reportTitle", "Sachstandsbericht 2018")
        .hasEntrySatisfying("text", text -> assertThat((String) text).contains("Ämter arbeiten Hand in Hand.",
            "Zuwendungsbescheid vom 10.04.2017"));
    clerk.complete(write, written(Map.of("announces", "die Möglichkeit einer Verlängerung",
        "submittedOn", "02.03.2018")));

    assertThat(clerk.instance(process)).isNull();
    ReportDetails submitted = reports.details(report);
    assertThat(submitted.state()).isEqualTo(ReportState.SUBMITTED);
    assertThat(submitted.submittedOn()).isEqualTo("2018-03-02");
    assertThat(submitted.announces()).isEqualTo("die Möglichkeit einer Verlängerung");
    assertThat(world.open(project)).doesNotContain(FindingCode.REPORT_LATE);
    assertThat(papers.findByProjectIdOrderById(project)).isEmpty();
  }

  @Test
  void committeesGetItAsAMitteilungWithItsText() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(DUE));
    clerk.onDay(DUE.minusWeeks(4));
    clerk.complete(process(report), WRITE, written(Map.of("committees", true)));

    Task arrange = clerk.task(process(report), "Task_ArrangePaper");
    assertThat(clerk.fields(arrange)).containsEntry("paperType", "Mitteilung")
        .containsEntry("subject", "Sachstandsbericht 2018 zum Projekt „Einwanderung gestalten“");
    clerk.complete(arrange, Map.of("need", "NEW", "paperType", "Mitteilung", "subject", "Sachstandsbericht 2018"));
    ProjectPaper row = papers.findByProjectIdOrderById(project).get(0);
    assertThat(row.reportId()).isEqualTo(report);
    assertThat(row.purpose()).isEqualTo(PaperPurpose.PROGRESS_REPORT);
    assertThat(paperQueries.details(row.paperId()).blocks()).extracting(PaperDetails.Block::text)
        .containsExactly("Die Beratung läuft.");
    paperLife.withdraw(row.paperId(), "Erledigt");
    clerk.runDueJobs();

    assertThat(clerk.instance(process(report))).isNull();
  }

  @Test
  void reportAtTheEndOfThePeriodMovesWithIt() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(null));
    assertThat(reports.details(report).dueOn()).isEqualTo(ProjectWorld.UNTIL);
    clerk.onDay(LocalDate.of(2019, 3, 1));
    assertThat(clerk.tasks(process(report), WRITE)).hasSize(0);
    reportWorld.extend(project, LocalDate.of(2019, 3, 1), LocalDate.of(2019, 12, 31));
    assertThat(reports.details(report).dueOn()).isEqualTo("2019-12-31");
    clerk.onDay(LocalDate.of(2019, 12, 2));
    assertThat(clerk.tasks(process(report), WRITE)).isEmpty();

    clerk.onDay(LocalDate.of(2019, 12, 3));
    assertThat(clerk.task(process(report), WRITE)).isNotNull();
  }

  @Test
  void openTaskShowsTheNewDayAndKeepsWhatWasWritten() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(null));
    clerk.onDay(LocalDate.of(2019, 3, 20));
    Task write = clerk.task(process(report), WRITE);
    fields.change(write.getId(), Map.of("text", "Halb geschrieben"));
    reportWorld.extend(project, LocalDate.of(2019, 3, 20), LocalDate.of(2019, 12, 31));

    Task moved = clerk.task(process(report), WRITE);
    assertThat(moved.getId()).isEqualTo(write.getId());
    assertThat(EngineClock.dayOf(moved.getDueDate())).isEqualTo("2019-12-31");
    assertThat(clerk.fields(moved)).containsEntry("text", "Halb geschrieben")
        .hasEntrySatisfying("dueExplained", text -> assertThat((String) text).contains("Di 31.12.2019"));
    clerk.complete(moved, written(Map.of()));
    assertThat(clerk.instance(process(report))).isNull();
  }

  @Test
  void movedReportIsWaitedForAnew() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(DUE));
    Long other = reports.begin(project, wanted(DUE));
    reports.move(report, LocalDate.of(2017, 6, 1), "Der Ausschuss will ihn früher.");
    clerk.runDueJobs();
    clerk.onDay(LocalDate.of(2017, 5, 4));

    assertThat(clerk.task(process(report), WRITE)).isNotNull();
    assertThat(clerk.tasks(process(other), WRITE)).isEmpty();
    assertThatThrownBy(() -> reports.move(report, null, "Grund")).isInstanceOf(BusinessException.class);
    clerk.complete(process(report), WRITE, written(Map.of()));
    assertThatThrownBy(() -> reports.move(report, DUE, "Grund")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("schon vorgelegt");
  }

  @Test
  void lateReportIsAsked() {
    Long project = reportWorld.granted();
    Long report = reports.begin(project, wanted(DUE));
    clerk.onDay(DUE.plusDays(4));
    clerk.complete(process(report), WRITE, written(Map.of()));

    assertThat(world.asked(project).get(FindingCode.REPORT_LATE)).isEqualTo("„Sachstandsbericht 2018“ war bis"
        + " Fr 30.03.2018 vorzulegen; vorgelegt wurde er am Di 03.04.2018.");
  }

  @Test
  void startFormPlansAReportForAProjectOfTheCity() {
    Long project = reportWorld.grant(projects.create(ProjectWorld.project(council.ownMunicipality(), null)));
    String number = projects.head(project).number();
    ProcessInstance process = clerk.start("progress-report", Map.of("projectNumber", number, "title", "Zwischenstand",
        "basis", "RESOLUTION", "basisNote", "Beschluss vom 04.04.2017", "dueOn", "30.06.2017"));

    ReportDetails report = reports.of(project).get(0);
    assertThat(report.processInstanceId()).isEqualTo(process.getId());
    assertThat(report.basis()).isEqualTo(ReportBasis.RESOLUTION);
    assertThat(report.dueOn()).isEqualTo("2017-06-30");
    assertThat(clerk.instance(process.getId()).getBusinessKey()).isEqualTo(number);
    clerk.onDay(LocalDate.of(2017, 6, 2));
    assertThat(clerk.task(process.getId(), WRITE)).isNotNull();
  }

  @Test
  void whatIsWrongIsRefused() {
    Long project = reportWorld.grant(projects.create(ProjectWorld.project(council.ownMunicipality(), null)));
    String number = projects.head(project).number();
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("projectNumber", "FP-1900-001", "title", "x", "basis", "NOTICE"), "FP-1900-001");
    refused.put(Map.of("projectNumber", number, "basis", "NOTICE"), "Bezeichnung");
    refused.put(Map.of("projectNumber", number, "title", "x"), "Bescheid oder Beschluss");
    refused.put(Map.of("projectNumber", number, "title", "x", "basis", "WISH"), "keine der angebotenen");
    refused.put(Map.of("projectNumber", number, "title", "x", "basis", "NOTICE", "dueOn", "30.02.2018"),
        "kein gültiges Datum");
    refused.put(Map.of("projectNumber", number, "title", "x", "basis", "NOTICE", "state", "SUBMITTED"), "state");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.start("progress-report", entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    assertThat(reports.of(project)).isEmpty();

    Long report = reports.begin(project, wanted(DUE));
    clerk.onDay(DUE.minusWeeks(4));
    Task write = clerk.task(process(report), WRITE);
    assertThatThrownBy(() -> clerk.complete(write, Map.of("text", " "))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("schreiben Sie den Bericht");
    assertThatThrownBy(() -> clerk.complete(write, written(Map.of("submittedOn", "01.04.2018"))))
        .isInstanceOf(BusinessException.class).hasMessageContaining("nicht erst am 01.04.2018");
    assertThat(clerk.task(process(report), WRITE).getId()).isEqualTo(write.getId());
  }

  @Test
  void withoutAnEndTheReportWaitsForOne() {
    Long project = projects.create(new NewProject(world.city(), null, "Offen", "Offen", null, null,
        "Amt für Integration", null, null, null));
    Long report = reports.begin(project, wanted(null));
    assertThat(reports.details(report).dueOn()).isNull();
    clerk.onDay(LocalDate.of(2030, 1, 7));
    assertThat(clerk.tasks(process(report), WRITE)).isEmpty();
    reportWorld.grant(project);
    clerk.runDueJobs();

    assertThat(clerk.task(process(report), WRITE)).isNotNull();
    assertThat(reports.details(report).dueOn()).isEqualTo(ProjectWorld.UNTIL);
  }
}

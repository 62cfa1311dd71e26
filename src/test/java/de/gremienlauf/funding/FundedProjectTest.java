package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code funded-project}. It begins on Monday, 6 March 2017, for 1 April 2017 to 31 March 2019. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class FundedProjectTest {

  private static final LocalDate START = LocalDate.of(2017, 3, 6);
  private static final LocalDate COUNCIL_DAY = LocalDate.of(2017, 4, 4);
  private static final LocalDate NOTICE_DAY = LocalDate.of(2017, 4, 10);
  /** Six weeks before Sunday, 31 March 2019. */
  private static final LocalDate CLOSING = LocalDate.of(2019, 2, 17);
  private static final LocalDate LATER_END = LocalDate.of(2019, 12, 31);
  private static final String ARRANGE = "Task_ArrangePaper";
  private static final String APPLY = "Task_FileApplication";
  private static final String NOTICE = "Task_RecordNotice";
  private static final String CHECK = "Task_CheckNotice";
  private static final String FINAL_REPORT = "Task_DraftFinalReport";
  private static final String PROOF = "Task_WriteProof";
  private static final String ARCHIVE = "Task_ArchiveProject";

  @Autowired ProjectWorld world;
  @Autowired Projects projects;
  @Autowired ProjectPapers papers;
  @Autowired ProjectPaperRepository paperRows;
  @Autowired FinancingPlan plan;
  @Autowired Applications applications;
  @Autowired ProgressReports reports;
  @Autowired Notices notices;
  @Autowired Duties duties;
  @Autowired Council council;
  @Autowired Clerk clerk;
  @Autowired Clock clock;
  @Autowired ManagementService management;
  @Autowired TaskService tasks;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(START);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  /** A project that runs, with what is needed to go on with it. */
  private record Run(City city, Long id, String process) {
  }

  private Run begin() {
    City city = world.paperCity();
    return run(city, projects.begin(ProjectWorld.project(city.name, null)));
  }

  private Run run(City city, Long id) {
    return new Run(city, id, projects.process(id));
  }

  private static Map<String, Object> application() {
    return Map.of("filedOn", "01.03.2017", "expenditure", "Personal; 434.150,00", "financing",
        "Eigenmittel; 43.415,00\nLandesmittel; 390.735,00");
  }

  private static Map<String, Object> grant() {
    return notice("GRANTED");
  }

  private static Map<String, Object> notice(String outcome) {
    Map<String, Object> entered = new HashMap<>(Map.of("noticeOutcome", outcome, "authority",
        "Bezirksregierung Arnsberg", "noticeDate", "10.04.2017", "postedOn", "10.04.2017", "method", "LETTER",
        "instruction", true));
    if (outcome.equals("GRANTED")) {
      entered.put("approvalFrom", "01.04.2017");
      entered.put("approvalUntil", "31.03.2019");
    }
    return entered;
  }

  private void noPaper(Run run) {
    clerk.complete(run.process, ARRANGE, Map.of("need", "NONE", "ground", "Schon beschlossen"));
  }

  /** Takes a project to its grant; its first paper is no longer asked for. */
  private Run granted() {
    Run run = begin();
    noPaper(run);
    clerk.complete(run.process, APPLY, application());
    clerk.onDay(NOTICE_DAY);
    clerk.complete(run.process, NOTICE, grant());
    return run;
  }

  private Run granted(String checked) {
    Run run = granted();
    clerk.complete(run.process, CHECK, Map.of("stance", checked));
    return run;
  }

  private void extend(Run run) {
    extend(run, LATER_END);
  }

  private void extend(Run run, LocalDate until) {
    notices.record(run.id, null, new NewNotice(NoticeKind.EXTENSION, new NoticeLetter("Bezirksregierung Arnsberg",
        null, LocalDate.now(clock), null, null, null, true), new FundingPeriod(null, until, null, null),
        new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of())));
    projects.periodChanged(run.id);
    clerk.runDueJobs();
  }

  /** The days on which something of the project itself is due, by the event that waits. */
  private Map<String, LocalDate> waiting(Run run) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    for (Job job : management.createJobQuery().processInstanceId(run.process).timers().list()) {
      String activity = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
          .getActivityId();
      days.put(activity, EngineClock.dayOf(job.getDuedate()));
    }
    return days;
  }

  private ProjectState state(Run run) {
    return projects.head(run.id).state();
  }

  private boolean open(Run run, String task) {
    return !clerk.tasks(run.process, task).isEmpty();
  }

  private void finalReport(Run run) {
    clerk.complete(run.process, FINAL_REPORT, Map.of("subject", "Abschlussbericht", "text", "Das Projekt ist fertig."));
  }

  private void proof(Run run) {
    String actuals = (String) clerk.fields(clerk.task(run.process, PROOF)).get("actuals");
    clerk.complete(run.process, PROOF, Map.of("narrative", "Alles wurde erreicht.", "actuals", actuals
        .replaceAll("(?m)Plan (\\S+); Ist.*$", "Plan $1; Ist $1")));
    clerk.complete(run.process, "Task_RecordAudit", Map.of("result", "ACCEPTED", "note", "In Ordnung",
        "auditedOn", GermanDate.print(LocalDate.now(clock))));
  }

  @Test
  void fromTheIdeaToTheArchive() {
    Run run = begin();
    assertThat(clerk.instance(run.process).getBusinessKey()).isEqualTo("FP-2017-001");
    assertThat(state(run)).isEqualTo(ProjectState.PREPARED);
    reports.plan(run.id, new NewReport("Sachstandsbericht 2017", ReportBasis.NOTICE, null,
        LocalDate.of(2017, 12, 29)));
    clerk.complete(run.process, ARRANGE,
        Map.of("need", "NEW", "paperType", "Beschlussvorlage", "subject", "Teilnahme"));
    PaperRun paper = run.city.run(paperRows.findByProjectIdOrderById(run.id).get(0).paperId());
    paper.release(new Wish("Rat", ConsultationRole.DECISION, 1, COUNCIL_DAY));
    Task apply = clerk.task(run.process, APPLY);
    assertThat(clerk.fields(apply)).containsEntry("balance",
        "Die Summen von Ausgaben und Finanzierung müssen übereinstimmen.");
    clerk.complete(apply, application());
    paper.result("Rat", "beschlossen");
    clerk.onDay(NOTICE_DAY);
    clerk.complete(run.process, NOTICE, grant());

    assertThat(state(run)).isEqualTo(ProjectState.RUNNING);
    assertThat(waiting(run)).containsEntry("Event_ClosingBegins", CLOSING)
        .containsEntry("Event_EndReached", LocalDate.of(2019, 4, 1)).hasSize(2);
    clerk.complete(run.process, CHECK, Map.of("stance", "KEEP"));
    clerk.onDay(LocalDate.of(2017, 12, 1));
    clerk.complete(run.process, "Task_WriteReport", Map.of("text", "Es geht voran.", "submittedOn", "01.12.2017"));
    assertThat(open(run, CHECK)).isFalse();
    clerk.onDay(CLOSING.minusDays(1));
    assertThat(open(run, FINAL_REPORT)).isFalse();
    clerk.onDay(CLOSING);
    Task draft = clerk.task(run.process, FINAL_REPORT);
    assertThat(EngineClock.dayOf(draft.getDueDate())).isEqualTo(ProjectWorld.UNTIL);
    finalReport(run);
    clerk.complete(run.process, ARRANGE, Map.of("need", "NONE", "ground", "Nur an den Fördergeber"));
    clerk.onDay(LocalDate.of(2019, 4, 1));
    assertThat(state(run)).isEqualTo(ProjectState.ENDED);
    assertThat(projects.head(run.id).endedOn()).isEqualTo(ProjectWorld.UNTIL);
    assertThat(EngineClock.dayOf(clerk.task(run.process, PROOF).getDueDate())).isEqualTo(LocalDate.of(2019, 9, 30));
    proof(run);
    assertThat(state(run)).isEqualTo(ProjectState.PROVEN);
    LocalDate kept = projects.retention(run.id).until();
    assertThat(waiting(run)).containsEntry("Event_RetentionEnded", kept.plusDays(1)).hasSize(1);
    clerk.onDay(kept);
    assertThat(open(run, ARCHIVE)).isFalse();
    clerk.onDay(kept.plusDays(1));
    assertThatThrownBy(() -> clerk.complete(run.process, ARCHIVE, Map.of("offered", false)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Archiv");
    clerk.complete(run.process, ARCHIVE, Map.of("offered", true));

    assertThat(state(run)).isEqualTo(ProjectState.ARCHIVED);
    assertThat(clerk.instance(run.process)).isNull();
  }

  @Test
  void startFormCreatesTheProject() {
    ProcessInstance instance = clerk.start("funded-project", Map.of("name", "Sprache im Alltag", "programme",
        "Sprachbrücken", "leadOffice", "Amt für Integration", "plannedFrom", "01.05.2017", "plannedUntil",
        "30.04.2018"));
    Long project = projects.byNumber(council.ownMunicipality(), instance.getBusinessKey());

    assertThat(projects.head(project).plannedFrom()).isEqualTo(LocalDate.of(2017, 5, 1));
    assertThat(projects.process(project)).isEqualTo(instance.getId());
    assertThat(clerk.fields(clerk.task(instance.getId(), APPLY))).containsEntry("projectName", "Sprache im Alltag");
    assertThatThrownBy(() -> clerk.start("funded-project", Map.of("name", "Ohne Programm", "leadOffice", "Amt")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Förderprogramm");
    assertThatThrownBy(() -> clerk.start("funded-project", Map.of("name", "x", "programme", "y", "leadOffice", "z",
        "plannedFrom", "01.05.2017", "plannedUntil", "30.04.2017")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("vor dem geplanten Beginn");
    assertThatThrownBy(() -> clerk.start("funded-project", Map.of("name", "x", "programme", "y", "leadOffice", "z",
        "fremd", "1"))).isInstanceOf(BusinessException.class).hasMessageContaining("fremd");
    assertThatThrownBy(() -> clerk.start("funded-project", Map.of("projectId", project)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("läuft schon ein Vorgang");
    assertThatThrownBy(() -> clerk.start("funded-project", Map.of("projectId", project, "name", "y")))
        .isInstanceOf(BusinessException.class);
  }

  @Test
  void planThatDoesNotBalanceIsRefused() {
    Run run = begin();
    assertThatThrownBy(() -> clerk.complete(run.process, APPLY, Map.of("filedOn", "01.03.2017", "expenditure",
        "Personal; 434.150,00", "financing", "Landesmittel; 390.735,00"))).isInstanceOf(BusinessException.class)
        .hasMessage("Der Finanzierungsplan geht nicht auf: Ausgaben 434.150,00 €, Finanzierung 390.735,00 €; es fehlen"
            + " 43.415,00 €.");
    assertThat(plan.lines(run.id)).isEmpty();
    assertThat(applications.of(run.id)).isEmpty();
    assertThat(open(run, APPLY)).isTrue();
    clerk.complete(run.process, APPLY, Map.of("filedOnAssumed", true));
    assertThat(applications.of(run.id)).hasSize(1).allMatch(FundingApplication::filedOnAssumed);
  }

  @Test
  void grantNeedsAnEnd() {
    City city = world.paperCity();
    Run run = run(city, projects.begin(new NewProject(city.name, "X-1", "Offen", "Programm", null, null,
        "Amt für Integration", null, null, null)));
    clerk.complete(run.process, APPLY, application());
    clerk.onDay(NOTICE_DAY);
    Map<String, Object> open = new HashMap<>(grant());
    open.remove("approvalUntil");
    assertThatThrownBy(() -> clerk.complete(run.process, NOTICE, open)).isInstanceOf(BusinessException.class)
        .hasMessage("Bitte geben Sie an, wann der Bewilligungszeitraum endet.");
    assertThat(notices.grant(run.id)).isEmpty();
    clerk.complete(run.process, NOTICE, grant());
    assertThat(state(run)).isEqualTo(ProjectState.RUNNING);
  }

  @Test
  void refusedProjectEndsWithItsNotice() {
    Run run = begin();
    clerk.complete(run.process, APPLY, application());
    clerk.onDay(NOTICE_DAY);
    clerk.complete(run.process, NOTICE, notice("REFUSED"));
    assertThat(state(run)).isEqualTo(ProjectState.REFUSED);
    clerk.complete(run.process, CHECK, Map.of("stance", "KEEP"));
    clerk.onDay(LocalDate.of(2017, 6, 1));
    assertThat(clerk.instance(run.process)).as("the committees still deal with it").isNotNull();
    noPaper(run);
    assertThat(clerk.instance(run.process)).isNull();
  }

  @Test
  void extensionMovesBothWaitingBranches() {
    Run run = granted("KEEP");
    clerk.onDay(LocalDate.of(2018, 6, 1));
    extend(run);

    assertThat(waiting(run)).containsEntry("Event_ClosingBegins", LocalDate.of(2019, 11, 19))
        .containsEntry("Event_EndReached", LocalDate.of(2020, 1, 1)).hasSize(2);
    clerk.onDay(LocalDate.of(2019, 4, 1));
    assertThat(state(run)).isEqualTo(ProjectState.RUNNING);
    assertThat(open(run, FINAL_REPORT)).isFalse();
  }

  @Test
  void extensionInterruptsTheDraftOfTheFinalReport() {
    Run run = granted("KEEP");
    clerk.onDay(LocalDate.of(2019, 3, 1));
    assertThat(open(run, FINAL_REPORT)).isTrue();
    extend(run);
    assertThat(open(run, FINAL_REPORT)).isFalse();
    assertThat(waiting(run)).containsEntry("Event_ClosingBegins", LocalDate.of(2019, 11, 19));
    clerk.onDay(LocalDate.of(2019, 11, 19));
    finalReport(run);
    assertThat(clerk.fields(clerk.task(run.process, ARRANGE))).containsEntry("purposeLabel", "Abschlussbericht")
        .containsEntry("paperType", "Mitteilung");
  }

  @Test
  void changeThatLeavesTheEndMovesNothing() {
    Run run = granted("KEEP");
    Map<String, LocalDate> before = waiting(run);
    projects.periodChanged(run.id);
    assertThat(waiting(run)).isEqualTo(before);
    clerk.onDay(CLOSING);
    projects.periodChanged(run.id);
    clerk.runDueJobs();
    assertThat(open(run, FINAL_REPORT)).as("asked again at once").isTrue();
  }

  @Test
  void extensionAfterTheEndLetsTheProjectRunOn() {
    Run run = granted("KEEP");
    clerk.onDay(CLOSING);
    finalReport(run);
    noPaper(run);
    clerk.onDay(LocalDate.of(2019, 5, 2));
    assertThat(state(run)).isEqualTo(ProjectState.ENDED);
    assertThat(open(run, PROOF)).isTrue();
    extend(run);

    assertThat(state(run)).isEqualTo(ProjectState.RUNNING);
    assertThat(projects.head(run.id).endedOn()).isNull();
    assertThat(open(run, PROOF)).isFalse();
    assertThat(waiting(run)).containsEntry("Event_EndReached", LocalDate.of(2020, 1, 1)).hasSize(1);
    clerk.onDay(LocalDate.of(2020, 1, 1));
    assertThat(projects.head(run.id).endedOn()).isEqualTo(LATER_END);
    assertThat(EngineClock.dayOf(clerk.task(run.process, PROOF).getDueDate())).isEqualTo(LocalDate.of(2020, 6, 30));
  }

  @Test
  void preparedProjectIsAbortedWithItsPaper() {
    Run run = begin();
    clerk.complete(run.process, ARRANGE, Map.of("need", "NEW", "paperType", "Beschlussvorlage", "subject", "Teilnahme"));
    PaperRun paper = run.city.run(paperRows.findByProjectIdOrderById(run.id).get(0).paperId());
    paper.release(new Wish("Rat", ConsultationRole.DECISION, 1, COUNCIL_DAY));
    assertThatThrownBy(() -> projects.abort(run.id, " ")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("warum");
    projects.abort(run.id, "Der Partner ist abgesprungen.");

    assertThat(paper.details().state()).isEqualTo(PaperState.WITHDRAWN);
    assertThat(state(run)).isEqualTo(ProjectState.ABORTED);
    assertThat(projects.head(run.id).endedOn()).isEqualTo(START);
    assertThat(clerk.instance(run.process)).isNull();
    assertThat(duties.of(run.id)).isEmpty();
    assertThat(world.open(run.id)).as("what is given up raises no questions").isEmpty();
    assertThatThrownBy(() -> projects.abort(run.id, "Noch einmal")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("abgebrochen");
  }

  @Test
  void runningProjectThatIsAbortedTellsTheAuthorityAndProves() {
    Run run = granted("KEEP");
    clerk.onDay(LocalDate.of(2018, 6, 1));
    projects.abort(run.id, "Das Personal fehlt.");
    clerk.runDueJobs();

    assertThat(state(run)).isEqualTo(ProjectState.ABORTED);
    assertThat(duties.of(run.id)).hasSize(1).allMatch(duty -> duty.kind() == DutyKind.PURPOSE_UNREACHABLE);
    assertThat(waiting(run)).isEmpty();
    proof(run);
    assertThat(clerk.instance(run.process)).isNull();
    assertThat(state(run)).isEqualTo(ProjectState.ABORTED);
    assertThat(projects.retention(run.id).until()).isNotNull();
  }

  @Test
  void paperThatOthersNeedTooKeepsTheProjectFromBeingAborted() {
    Run run = begin();
    clerk.complete(run.process, ARRANGE, Map.of("need", "NEW", "paperType", "Beschlussvorlage", "subject", "Teilnahme"));
    PaperRun paper = run.city.run(paperRows.findByProjectIdOrderById(run.id).get(0).paperId());
    Long other = world.stored(run.city.name);
    papers.attach(other, paper.details().reference(), PaperPurpose.FOLLOW_UP);
    assertThatThrownBy(() -> projects.abort(run.id, "Überholt")).isInstanceOf(BusinessException.class)
        .hasMessageContaining(projects.head(other).number());
    assertThat(state(run)).isEqualTo(ProjectState.PREPARED);
    assertThat(paper.details().state()).isEqualTo(PaperState.DRAFT);
    paper.withdraw("Nicht mehr nötig");
    projects.abort(run.id, "Überholt");
    assertThat(state(run)).isEqualTo(ProjectState.ABORTED);
  }

  @Test
  void tasksBelongToTheLeadOfficeAndTheControllers() {
    Run run = begin();
    assertThat(tasks.getIdentityLinksForTask(clerk.task(run.process, APPLY).getId()))
        .extracting(link -> link.getGroupId()).containsExactlyInAnyOrder("amt-integration", "foerdercontrolling");
    assertThat(EngineClock.dayOf(clerk.task(run.process, APPLY).getDueDate())).isEqualTo(LocalDate.of(2017, 4, 3));
  }

  @Test
  void stateChangesOnlyAlongTheLifeOfAProject() {
    Long project = world.stored(world.city());
    assertThatThrownBy(() -> projects.end(project, START)).isInstanceOf(BusinessException.class)
        .hasMessage("Das Projekt ist in Vorbereitung, nicht in Durchführung.");
    assertThatThrownBy(() -> projects.prove(project)).isInstanceOf(BusinessException.class);
    assertThatThrownBy(() -> projects.resume(project)).isInstanceOf(BusinessException.class);
    assertThatThrownBy(() -> projects.archive(project, START)).isInstanceOf(BusinessException.class);
    assertThatThrownBy(() -> projects.abort(project, "Kein Vorgang")).isInstanceOf(BusinessException.class);
    projects.refuse(project);
    assertThatThrownBy(() -> projects.grant(project)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("nicht bewilligt");
  }
}

package de.gremienlauf.funding;

import static de.gremienlauf.funding.PaperPurpose.EXTENSION;
import static de.gremienlauf.funding.PaperPurpose.FOLLOW_UP;
import static de.gremienlauf.funding.PaperPurpose.PARTICIPATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code project-paper}, and papers that serve several projects. It begins on Monday, 6 March 2017. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ProjectPaperTest {

  private static final LocalDate START = LocalDate.of(2017, 3, 6);
  private static final LocalDate COUNCIL_DAY = LocalDate.of(2017, 4, 4);
  private static final String ARRANGE = "Task_ArrangePaper";

  @Autowired ProjectWorld world;
  @Autowired ProjectPapers papers;
  @Autowired Papers allPapers;
  @Autowired Council council;
  @Autowired People people;
  @Autowired TaskDriver driver;
  @Autowired ProjectPaperRepository rows;
  @Autowired FinancingPlan plan;
  @Autowired ProjectHistory history;
  @Autowired RunHistory runs;
  @Autowired RuntimeService runtime;
  @Autowired Clerk clerk;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(START);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private String begin(Long project, PaperPurpose purpose) {
    return world.start("project-paper", Map.of("projectId", project, "purpose", purpose.name()));
  }

  private static Map<String, Object> newPaper(String subject) {
    return Map.of("need", "NEW", "paperType", "Beschlussvorlage", "subject", subject);
  }

  private static Map<String, Object> existing(String reference) {
    return Map.of("need", "EXISTING", "reference", reference);
  }

  private ProjectPaper row(Long project) {
    return rows.findByProjectIdOrderById(project).get(0);
  }

  private static Wish council(LocalDate day) {
    return new Wish("Rat", ConsultationRole.DECISION, 1, day);
  }

  private String outcome(String process) {
    return runs.variable(process, "paperOutcome");
  }

  @Test
  void newPaperIsPreparedAndRunsBelowTheProject() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    plan.replace(project, FinancingPlan.read("Personal; 400.000,00\nBewirtung; 34.150; nicht zuwendungsfähig",
        "Eigenmittel; 43.415\nLandesmittel; Zuwendung; 390.735,00 €"));
    String process = begin(project, PARTICIPATION);

    Task arrange = clerk.task(process, ARRANGE);
    assertThat(clerk.fields(arrange)).containsEntry("purposeLabel", "Teilnahme am Programm")
        .containsEntry("paperType", "Beschlussvorlage")
        .containsEntry("subject", "Teilnahme am Programm „Einwanderung gestalten NRW“:"
            + " Projekt „Einwanderung gestalten“");
    assertThat(EngineClock.dayOf(arrange.getDueDate())).isEqualTo(LocalDate.of(2017, 3, 20));
    clerk.complete(arrange, newPaper("Teilnahme am Modellvorhaben"));

    PaperRun paper = city.run(row(project).paperId());
    PaperDetails draft = paper.details();
    assertThat(draft.name()).isEqualTo("Teilnahme am Modellvorhaben");
    assertThat(draft.leadOffice()).isEqualTo("Amt für Integration");
    assertThat(draft.resolutionPoints()).extracting(PaperDetails.Point::text)
        .anyMatch(text -> text.contains("(01.04.2017 bis 31.03.2019)")).hasSize(2);
    assertThat(draft.blocks()).extracting(PaperDetails.Block::text)
        .anyMatch(text -> text.contains("Ämter arbeiten Hand in Hand."))
        .anyMatch(text -> text.contains("434.150,00 €") && text.contains("43.415,00 €"));
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(paper.process())
        .superProcessInstanceId(process).count()).isOne();
    paper.release(council(COUNCIL_DAY)).result("Rat", "einstimmig beschlossen");

    assertThat(clerk.instance(process)).isNull();
    assertThat(outcome(process)).isEqualTo("ACCEPTED");
    assertThat(row(project).outcome()).isEqualTo(PaperOutcome.ACCEPTED);
    assertThat(row(project).endedOn()).isEqualTo(COUNCIL_DAY);
    assertThat(history.of(project)).extracting(ProjectEvent::description)
        .contains("Vorlage " + paper.details().reference() + " (Teilnahme am Programm): beschlossen am 04.04.2017.");
  }

  @ParameterizedTest
  @CsvSource({"abgelehnt, REJECTED, RESOLUTION_REFUSED", "beschlossen, ACCEPTED, START_BEFORE_RESOLUTION"})
  void resultOfTheCommitteesBecomesTheProjects(String result, PaperOutcome expected, FindingCode asked) {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    String process = begin(project, PARTICIPATION);
    clerk.complete(process, ARRANGE, newPaper("Teilnahme"));
    city.run(row(project).paperId()).release(council(COUNCIL_DAY)).result("Rat", result);

    assertThat(outcome(process)).isEqualTo(expected.name());
    assertThat(world.asked(project)).containsKey(asked);
  }

  @Test
  void withdrawnPaperEndsTheWaiting() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    String process = begin(project, PARTICIPATION);
    clerk.complete(process, ARRANGE, newPaper("Teilnahme"));
    city.run(row(project).paperId()).withdraw("Überholt");

    assertThat(clerk.instance(process)).isNull();
    assertThat(outcome(process)).isEqualTo("WITHDRAWN");
    assertThat(world.asked(project).get(FindingCode.NO_RESOLUTION)).contains("endete ohne Beschluss (zurückgezogen)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3141/2019", "Vorlage 3141/2019", "Session-Nr. 3141/2019", " session-nr 3141/2019 ",
      "Vorlagen-Nummer: 3141/2019", "Nr. 3141/2019"})
  void existingPaperIsFoundInEveryNotation(String reference) {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    PaperRun paper = city.paper("Beschlussvorlage", "3141/2019").release(council(COUNCIL_DAY));
    String process = begin(project, FOLLOW_UP);
    clerk.complete(process, ARRANGE, existing(reference));

    assertThat(row(project).paperId()).isEqualTo(paper.id);
    assertThat(row(project).reference()).isEqualTo(reference.strip());
    assertThat(clerk.instance(process)).isNotNull();
    paper.result("Rat", "beschlossen");
    assertThat(clerk.instance(process)).isNull();
    assertThat(outcome(process)).isEqualTo("ACCEPTED");
  }

  @Test
  void existingPaperThatIsOverIsNotWaitedFor() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    city.paper("Beschlussvorlage", "0554/2017").release(council(COUNCIL_DAY)).result("Rat", "beschlossen");
    String process = begin(project, PARTICIPATION);
    clerk.complete(process, ARRANGE, existing("Vorlage 0554/2017"));

    assertThat(clerk.instance(process)).isNull();
    assertThat(row(project).endedOn()).isEqualTo(COUNCIL_DAY);
    assertThat(world.open(project)).contains(FindingCode.START_BEFORE_RESOLUTION);
  }

  @Test
  void withoutAPaperThereIsAReason() {
    Long project = world.stored(world.city());
    String process = begin(project, PARTICIPATION);
    Task arrange = clerk.task(process, ARRANGE);
    assertThatThrownBy(() -> clerk.complete(arrange, Map.of("need", "NONE")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("begründen");
    clerk.complete(arrange, Map.of("need", "NONE", "ground", "Geschäft der laufenden Verwaltung"));

    assertThat(clerk.instance(process)).isNull();
    assertThat(outcome(process)).isEqualTo("NONE");
    assertThat(world.asked(project).get(FindingCode.NO_RESOLUTION))
        .isEqualTo("Für die Teilnahme ist keine Vorlage vorgesehen (Geschäft der laufenden Verwaltung).");
  }

  @Test
  void whatIsMissingOrWrongIsRefusedAndTheTaskStays() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    String process = begin(project, EXTENSION);
    Task arrange = clerk.task(process, ARRANGE);
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("need", "SOMETHING"), "keine der angebotenen");
    refused.put(Map.of("need", "EXISTING", "reference", ""), "Nummer der vorhandenen Vorlage");
    refused.put(existing("Vorlage 9999/2017"), "9999/2017");
    refused.put(Map.of("need", "NEW", "paperType", "Antrag", "subject", "x"), "keine der angebotenen");
    refused.put(Map.of("need", "NEW", "paperType", "Mitteilung", "subject", " "), "Betreff");
    refused.put(newPaper("x".repeat(501)), "höchstens 500");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(arrange, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));

    assertThat(clerk.task(process, ARRANGE).getId()).isEqualTo(arrange.getId());
    assertThat(row(project).need()).isEqualTo(PaperNeed.OPEN);
    clerk.complete(arrange, newPaper("Verlängerung"));
    assertThatThrownBy(() -> papers.none(row(project).id(), "Doch nicht")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("steht die Vorlage schon fest");
  }

  @Test
  void aPaperThatDoesNotExistForSomebodyIsNotTaken() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    String process = begin(project, PARTICIPATION);
    council.addOffice(city.name, "Fremdes Amt", "amt-fremd");
    String reference = allPapers.reference(allPapers.begin(
        new NewPaper(city.name, "Beschlussvorlage", "Noch im Entwurf", "Fremdes Amt", null, null)));
    driver.as(people.user("sachbearbeitung", "amt-integration"), () -> assertThatThrownBy(
        () -> clerk.complete(process, ARRANGE, existing(reference))).isInstanceOf(BusinessException.class)
            .hasMessage("Eine Vorlage mit der Nummer „" + reference + "“ gibt es nicht."));
    assertThat(row(project).need()).isEqualTo(PaperNeed.OPEN);
    driver.as(people.user("sachbearbeitung", "amt-integration", "amt-fremd"),
        () -> clerk.complete(process, ARRANGE, existing(reference)));
    assertThat(row(project).need()).isEqualTo(PaperNeed.EXISTING);
  }

  @Test
  void onePaperServesSeveralProjects() {
    City city = world.paperCity();
    Long first = world.stored(city.name);
    Long second = world.stored(city.name);
    Long third = world.stored(city.name);
    PaperRun paper = city.paper("Beschlussvorlage", "3141/2019").release(council(COUNCIL_DAY));
    List<String> waiting = List.of(begin(first, FOLLOW_UP), begin(second, PARTICIPATION));
    waiting.forEach(process -> clerk.complete(process, ARRANGE, existing("Session-Nr. 3141/2019")));
    papers.attach(third, "3141/2019", PARTICIPATION);
    assertThatThrownBy(() -> papers.attach(third, "Vorlage 3141/2019", PARTICIPATION))
        .isInstanceOf(BusinessException.class).hasMessageContaining("schon zugeordnet");
    assertThat(row(third).outcome()).isNull();
    paper.result("Rat", "beschlossen");

    assertThat(waiting).allMatch(process -> clerk.instance(process) == null);
    assertThat(rows.findByPaperIdOrderById(paper.id)).extracting(ProjectPaper::projectId)
        .containsExactlyInAnyOrder(first, second, third);
    assertThat(rows.findByPaperIdOrderById(paper.id)).extracting(ProjectPaper::endedOn).containsOnly(COUNCIL_DAY);
    Long late = world.stored(city.name);
    papers.attach(late, "3141/2019", PARTICIPATION);
    assertThat(row(late).outcome()).isEqualTo(PaperOutcome.ACCEPTED);
  }

  @Test
  void correctedResultReachesTheProject() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    PaperRun paper = city.paper("Beschlussvorlage", "0554/2017").release(council(COUNCIL_DAY))
        .result("Rat", "beschlossen");
    clerk.complete(begin(project, PARTICIPATION), ARRANGE, existing("0554/2017"));
    assertThat(row(project).outcome()).isEqualTo(PaperOutcome.ACCEPTED);

    paper.correct("Rat", "abgelehnt", "Falsch verlesen");
    assertThat(paper.details().state()).isEqualTo(PaperState.REJECTED);
    assertThat(row(project).outcome()).isEqualTo(PaperOutcome.REJECTED);
    assertThat(world.open(project)).contains(FindingCode.RESOLUTION_REFUSED);
  }

  @Test
  void finalReportHeardAfterTheEndIsAsked() {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    clerk.onDay(LocalDate.of(2019, 3, 1));
    PaperRun paper = city.paper("Mitteilung", "0100/2019").release(
        new Wish("Sozialausschuss", ConsultationRole.NOTICE, 1, LocalDate.of(2019, 4, 14)),
        new Wish("Jugendhilfeausschuss", ConsultationRole.NOTICE, 1, LocalDate.of(2019, 4, 28)));
    papers.attach(project, "0100/2019", PaperPurpose.FINAL_REPORT);
    paper.result("Sozialausschuss", "zur Kenntnis genommen").result("Jugendhilfeausschuss", "zur Kenntnis genommen");

    assertThat(row(project).outcome()).isEqualTo(PaperOutcome.NOTED);
    assertThat(row(project).endedOn()).isEqualTo(LocalDate.of(2019, 4, 28));
    assertThat(world.asked(project).get(FindingCode.FINAL_REPORT_AFTER_END)).isEqualTo("Der Abschlussbericht wurde"
        + " vom 14.04.2019 bis 28.04.2019 beraten, 14 bis 28 Tage nach dem Projektende am 31.03.2019.");
  }

  /** Whoever comes first: the end of a paper is not missed by somebody who links it at the same moment. */
  @RepeatedTest(5)
  void endAtTheSameMomentIsNotMissed() throws Exception {
    City city = world.paperCity();
    Long project = world.stored(city.name);
    PaperRun paper = city.paper("Beschlussvorlage", "0554/2017").release(council(COUNCIL_DAY));
    String process = begin(project, FOLLOW_UP);
    Task arrange = clerk.task(process, ARRANGE);
    CountDownLatch together = new CountDownLatch(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> done = Stream.<Runnable>of(() -> clerk.submit(arrange, existing("0554/2017")),
              () -> allPapers.withdraw(paper.id, "Überholt"))
          .<Future<?>>map(act -> pool.submit(() -> {
            together.countDown();
            together.await();
            act.run();
            return null;
          })).toList();
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(clerk.instance(process)).isNull();
    assertThat(row(project).outcome()).isEqualTo(PaperOutcome.WITHDRAWN);
  }
}

package de.gremienlauf.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.deadline.process.DeadlineWatch;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Due dates come from the table alone, say why, and follow when the table changes. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class TaskDeadlineTest {

  private static final Path TABLE = Path.of("processes/deadline/task-periods.dmn");
  private static final LocalDate MAUNDY_THURSDAY = LocalDate.of(2026, 4, 2);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ConfigurableApplicationContext application;
  @Autowired DeadlineWatch watch;
  @Autowired TaskDeadlines deadlines;
  @Autowired TaskPeriods periods;
  @Autowired People people;

  @BeforeEach
  void beginBeforeEaster() {
    clerk.onDay(MAUNDY_THURSDAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  @Test
  void aTaskIsDueByItsLineAndSaysSo() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    Task draft = clerk.task(paper.process(), "Task_Draft");
    assertThat(EngineClock.dayOf(draft.getDueDate())).isEqualTo(LocalDate.of(2026, 4, 20));
    assertThat(deadlines.find(draft.getId()).orElseThrow().explanation()).isEqualTo("10 Arbeitstage ab 02.04.2026,"
        + " Feiertage 03.04.2026 (Karfreitag), 06.04.2026 (Ostermontag) übersprungen; Aufgabenfristen, Zeile"
        + " „Vorlage entwerfen“.");
    JsonNode seen = people.browser("sachbearbeitung").get("/api/tasks/" + draft.getId() + "/deadline").json();
    assertThat(seen.path("due").asText()).isEqualTo("2026-04-20");
    assertThat(seen.path("dueByHand").asBoolean()).isFalse();
    assertThat(seen.path("explanation").asText()).contains("Karfreitag");
    assertThat(people.browser("mitzeichnung").get("/api/tasks/" + draft.getId() + "/deadline").status()).isEqualTo(404);
  }

  @Test
  void anotherTableMovesNewAndOpenTasksAndTheirExplanations() throws IOException {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    String open = clerk.task(paper.process(), "Task_Draft").getId();
    String byHand = clerk.task(world.city().paper("Mitteilung").process(), "Task_Draft").getId();
    LocalDate agreed = LocalDate.of(2026, 4, 10);
    setDue(byHand, agreed);
    watch.look();
    String deployment = deploy(table -> table.replaceFirst("<text>10</text>", "<text>12</text>"));
    try {
      watch.look();
      assertThat(due(open)).isEqualTo(LocalDate.of(2026, 4, 22));
      assertThat(deadlines.find(open).orElseThrow().explanation()).startsWith("12 Arbeitstage ab 02.04.2026");
      assertThat(due(byHand)).as("set by a superior").isEqualTo(agreed);
      JsonNode seen = people.browser("sachbearbeitung").get("/api/tasks/" + byHand + "/deadline").json();
      assertThat(seen.path("dueByHand").asBoolean()).isTrue();
      assertThat(seen.path("computedDue").asText()).isEqualTo("2026-04-22");
      PaperRun later = world.city().paper("Beschlussvorlage");
      assertThat(due(clerk.task(later.process(), "Task_Draft").getId())).isEqualTo(LocalDate.of(2026, 4, 22));
    } finally {
      repository.deleteDeployment(deployment, true);
      watch.look();
    }
    assertThat(due(open)).isEqualTo(LocalDate.of(2026, 4, 20));
    assertThat(due(byHand)).isEqualTo(agreed);
  }

  @Test
  void aTaskThatEndsMeanwhileIsNoError(CapturedOutput log) throws IOException {
    PaperRun one = world.city().paper("Beschlussvorlage");
    PaperRun other = world.city().paper("Beschlussvorlage");
    watch.look();
    Map<Long, String> ended = Map.of(one.id, other.process(), other.id, one.process());
    ApplicationListener<PayloadApplicationEvent<TaskDueMoved>> whenOneMoves = ApplicationListener.forPayload(moved ->
        Optional.ofNullable(ended.get(moved.about().id("paperId")))
            .ifPresent(process -> runtime.deleteProcessInstance(process, "ended meanwhile")));
    application.addApplicationListener(whenOneMoves);
    String deployment = deploy(table -> table.replaceFirst("<text>10</text>", "<text>12</text>"));
    try {
      watch.look();
      assertThat(tasks.createTaskQuery().processInstanceIdIn(one.process(), other.process()).count()).isEqualTo(1);
      assertThat(log).doesNotContain("cannot be computed");
    } finally {
      application.removeApplicationListener(whenOneMoves);
      repository.deleteDeployment(deployment, true);
      watch.look();
    }
  }

  @Test
  void aTableThatNamesNoDayStopsNobody() throws IOException {
    String deployment = deploy(table -> table.replaceFirst("\"TASK\"", "\"VOLLMOND\""));
    try {
      PaperRun paper = world.city().paper("Beschlussvorlage");
      Task draft = clerk.task(paper.process(), "Task_Draft");
      assertThat(draft.getDueDate()).isNull();
      assertThat(deadlines.find(draft.getId()).orElseThrow().explanation()).isEqualTo(
          "Die Tabelle „Aufgabenfristen bestimmen“ nennt keine Frist: „VOLLMOND“ ist kein bekannter Tag.");
    } finally {
      repository.deleteDeployment(deployment, true);
      watch.look();
    }
  }

  @Test
  void whatIsOverIsForgotten() {
    PaperRun paper = world.city().paper("Mitteilung");
    String draft = clerk.task(paper.process(), "Task_Draft").getId();
    paper.draft(Map.of());
    clerk.onDay(MAUNDY_THURSDAY.plusDays(1));
    watch.look();
    assertThat(deadlines.find(draft)).isEmpty();
    assertThat(tasks.createTaskQuery().unlimitedList()).isNotEmpty()
        .allSatisfy(task -> assertThat(deadlines.find(task.getId())).isPresent());
  }

  @Test
  void calendarDaysEndOnAWorkingDayAndMinusCountsBack() throws IOException {
    String deployment = deploy(table -> table.replaceFirst("<text>10</text>", "<text>3</text>")
        .replaceFirst("\"WORKING_DAYS\"", "\"CALENDAR_DAYS\""));
    try {
      assertThat(periods.after("Task_Draft", MAUNDY_THURSDAY)).isEqualTo(LocalDate.of(2026, 4, 7));
    } finally {
      repository.deleteDeployment(deployment, true);
    }
    deployment = deploy(table -> table.replaceFirst("<text>10</text>", "<text>-2</text>"));
    try {
      assertThat(periods.after("Task_Draft", LocalDate.of(2026, 4, 8))).isEqualTo(MAUNDY_THURSDAY);
    } finally {
      repository.deleteDeployment(deployment, true);
      watch.look();
    }
  }

  @Test
  void everyTaskOfEveryModelHasItsLine() throws IOException {
    String table = Files.readString(TABLE);
    Set<String> missing = new HashSet<>();
    List<String> keys = new ArrayList<>();
    try (Stream<Path> models = Files.walk(Path.of("processes"))) {
      for (Path model : models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
        Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class)
            .forEach(task -> keys.add(task.getId()));
      }
    }
    keys.stream().filter(key -> !table.contains("<text>\"" + key + "\"</text>")).forEach(missing::add);
    assertThat(keys).hasSizeGreaterThan(35).doesNotHaveDuplicates();
    assertThat(missing).isEmpty();
  }

  private LocalDate due(String taskId) {
    return EngineClock.dayOf(tasks.createTaskQuery().taskId(taskId).singleResult().getDueDate());
  }

  private void setDue(String taskId, LocalDate day) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    task.setDueDate(EngineClock.endOf(day));
    tasks.saveTask(task);
  }

  /** Deploys another version of the table, of which only the first line, for drafts, is different. */
  private String deploy(UnaryOperator<String> change) throws IOException {
    String table = Files.readString(TABLE);
    String changed = change.apply(table);
    assertThat(changed).isNotEqualTo(table);
    return repository.createDeployment().addString(TABLE.toString(), changed).deploy().getId();
  }
}

package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What comes over the wire is not what the form would send: the task stays open, and nothing of it stays behind. */
@IntegrationTest
class SubmittedNonsenseTest {

  private static final LocalDate COUNCIL_DAY = LocalDate.of(2026, 2, 5);
  private static final String MARK = "UNSINN-";
  private static final String LONG = MARK + "x".repeat(10_000);

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private Wish council() {
    return new Wish("Rat", ConsultationRole.DECISION, 1, COUNCIL_DAY);
  }

  private PaperRun paper() {
    return world.city().paper("Beschlussvorlage");
  }

  /** Every user task with who does it, a short field, a field for a day (if any) and its required fields. */
  enum UserTask {
    Task_Draft("sachbearbeitung", "leadOffice", "outsideDeadline",
        Map.of("subject", "S", "leadOffice", "A", "visibility", "public", "resolution", "1. R")),
    Task_ConfirmSequence("gremienbuero", "remark", null, Map.of("sequenceConfirmed", true)),
    Task_CoSign("mitzeichnung", "reason", null, Map.of("decision", "OBJECTION")),
    Task_Sign("zeichnung", "signatory", null, Map.of("decision", "SIGN", "capacity", "OWN")),
    Task_AssignAnswer("sachbearbeitung", "answerReference", null, Map.of()),
    Task_AssignMeeting("gremienbuero", "meetingDate", "meetingDate", Map.of()),
    Task_RecordResult("gremienbuero", "result", "postponedTo", Map.of("result", "vertagt")),
    Task_ClassifyResult("gremienbuero", "resultKind", null, Map.of()),
    Task_AssignReferralTarget("gremienbuero", "referredTo", null, Map.of());

    final String group;
    final String shortField;
    final String dayField;
    final Map<String, Object> valid;

    UserTask(String group, String shortField, String dayField, Map<String, Object> valid) {
      this.group = group;
      this.shortField = shortField;
      this.dayField = dayField;
      this.valid = valid;
    }
  }

  private Task open(UserTask kind) {
    PaperRun paper = kind == UserTask.Task_AssignAnswer ? world.city().paper("Anfrage") : paper();
    switch (kind) {
      case Task_Draft -> {
      }
      case Task_ConfirmSequence -> paper.draft(Map.of());
      case Task_CoSign -> coSigned(paper, "Kämmerei");
      case Task_Sign -> paper.draft(Map.of()).stations(council()).confirm();
      case Task_AssignAnswer -> {
        paper.draft(Map.of()).stations(council()).confirm();
        paper.result("Rat", "zur Kenntnis genommen");
      }
      case Task_AssignMeeting -> paper.release(council()).result("Rat", "vertagt");
      case Task_RecordResult -> {
        paper.release(council());
        clerk.onDay(COUNCIL_DAY);
      }
      case Task_ClassifyResult -> paper.release(council()).result("Rat", "irgendwie anders");
      case Task_AssignReferralTarget -> {
        paper.city.body("Bauausschuss");
        paper.release(council()).result("Rat", "verwiesen");
      }
    }
    return clerk.task(paper.process(), kind.name());
  }

  private PaperRun coSigned(PaperRun paper, String... offices) {
    List<String> ids = new ArrayList<>();
    for (String office : offices) {
      Organization organization = paper.city.office(office);
      ids.add(String.valueOf(organization.id()));
    }
    return paper.draft(Map.of("coSigningOffices", ids)).stations(council()).confirm();
  }

  private static Map<String, Object> typed(Object value) {
    return Map.of("value", value);
  }

  private static Map<String, Object> body(Map<String, Object> values) {
    return Map.of("variables", values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> typed(entry.getValue()))));
  }

  private Map<String, Object> nonsense(UserTask kind) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("nothing", Map.of("variables", Map.of()));
    all.put("no body", Map.of());
    all.put("a number for a text", body(with(kind, kind.shortField, 4711)));
    all.put("a list for a text", Map.of("variables", Map.of(kind.shortField,
        Map.of("value", "[[\"" + MARK + "\"]]", "type", "Json"))));
    all.put("broken JSON", Map.of("variables", Map.of(kind.shortField,
        Map.of("value", "{" + MARK, "type", "Json"))));
    all.put("a wrong number", Map.of("variables", Map.of(kind.shortField,
        Map.of("value", MARK, "type", "Integer"))));
    all.put("an object", Map.of("variables", Map.of(kind.shortField, Map.of("value", "rO0AB" + MARK, "type", "Object",
        "valueInfo", Map.of("objectTypeName", "java.lang.String",
            "serializationDataFormat", "application/x-java-serialized-object")))));
    all.put("too long", body(with(kind, kind.shortField, LONG)));
    all.put("unknown field", body(with(kind, MARK + "feld", MARK)));
    all.put("process variable", body(with(kind, "paperId", 1)));
    if (kind.dayField != null) {
      all.put("no such day", body(with(kind, kind.dayField, "31.02.2026")));
      all.put("no day", body(with(kind, kind.dayField, MARK)));
    }
    return all;
  }

  private static Map<String, Object> with(UserTask kind, String field, Object value) {
    Map<String, Object> values = new HashMap<>(kind.valid);
    values.put(field, value);
    return values;
  }

  private Set<String> processVariables() {
    return runtime.createVariableInstanceQuery().list().stream().filter(variable -> variable.getTaskId() == null)
        .map(variable -> variable.getId() + variable.getName()).collect(Collectors.toCollection(TreeSet::new));
  }

  private void assertNothingInHistory() {
    assertThat(history.createHistoricVariableInstanceQuery().list()).extracting(HistoricVariableInstance::getName)
        .noneMatch(name -> name.startsWith(MARK));
    assertThat(history.createHistoricVariableInstanceQuery().list()).extracting(v -> String.valueOf(v.getValue()))
        .noneMatch(value -> value.contains(MARK));
    assertThat(history.createHistoricDetailQuery().list()).extracting(Object::toString)
        .noneMatch(value -> value.contains(MARK));
  }

  @ParameterizedTest
  @EnumSource
  void nonsenseLeavesNothingBehind(UserTask kind) {
    Task task = open(kind);
    Person person = people.program(kind.group);
    Set<String> variables = processVariables();
    long details = history.createHistoricDetailQuery().variableUpdates().count();
    Map<String, Object> fields = clerk.fields(task);
    Set<String> locals = tasks.getVariablesLocal(task.getId()).keySet();
    nonsense(kind).forEach((what, sent) -> {
      for (String action : List.of("complete", "submit-form")) {
        String about = kind + ", " + what + ", " + action;
        Answer answer = person.post("/engine-rest/task/" + task.getId() + "/" + action, sent);
        assertThat(answer.status()).as(about + ": " + answer).isBetween(400, 499);
        assertThat(answer.message()).as(about).matches("(?s)[A-ZÄÖÜ„].*[.!?]")
            .doesNotContain("ENGINE", "Cannot", "Exception", "null");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as(about).isEqualTo(1);
      }
    });
    assertThat(processVariables()).isEqualTo(variables);
    assertThat(history.createHistoricDetailQuery().variableUpdates().count()).isEqualTo(details);
    assertThat(clerk.fields(task)).isEqualTo(fields);
    assertThat(tasks.getVariablesLocal(task.getId()).keySet()).isEqualTo(locals);
    assertNothingInHistory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void aLongReasonIsAcceptedAndStored(String action) {
    PaperRun paper = paper();
    String reasons = MARK + "Begründung. ".repeat(850).strip();
    Person person = people.browser("sachbearbeitung");
    Answer answer = person.post(person.engine() + "/task/" + clerk.task(paper.process(), "Task_Draft").getId() + "/"
        + action, body(Map.of("subject", "S", "leadOffice", "Amt 50", "visibility", "public", "reasons", reasons)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    assertThat(paper.details().blocks().get(0).text()).isEqualTo(reasons);
    assertNothingInHistory();
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(paper.process()).list())
        .extracting(VariableInstance::getName).doesNotContain("reasons");
  }

  private static <T> List<T> together(List<Callable<T>> actions) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(actions.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(actions)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void ofTwoClerksOneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      PaperRun paper = paper();
      String path = "/engine-rest/task/" + clerk.task(paper.process(), "Task_Draft").getId() + "/complete";
      Person one = people.program("sachbearbeitung");
      Person other = people.program("sachbearbeitung");
      List<Answer> answers = together(List.of(() -> one.post(path, body(UserTask.Task_Draft.valid)),
          () -> other.post(path, body(UserTask.Task_Draft.valid))));
      assertThat(answers).extracting(Answer::status).as(answers.toString()).containsOnlyOnce(204);
      Answer loser = answers.stream().filter(answer -> answer.status() != 204).findFirst().orElseThrow();
      assertThat(loser.status()).as(loser.toString()).isIn(404, 409);
      assertThat(loser.message()).startsWith("Diese Aufgabe ");
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aTaskThatIsDoneIsGoneAndNoErrorInTheLog(CapturedOutput log) {
    String path = "/engine-rest/task/" + clerk.task(paper().process(), "Task_Draft").getId() + "/complete";
    Person person = people.program("sachbearbeitung");
    assertThat(person.post(path, body(UserTask.Task_Draft.valid)).status()).isEqualTo(204);
    Answer again = person.post(path, body(UserTask.Task_Draft.valid));
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.message()).startsWith("Diese Aufgabe gibt es nicht mehr");
    assertThat(log).doesNotContain("ERROR");
  }

  @Test
  void twoOfficesCoSignAtTheSameMoment() throws Exception {
    for (int round = 0; round < 3; round++) {
      PaperRun paper = coSigned(paper(), "Kämmerei", "Rechtsamt");
      List<Task> open = clerk.tasks(paper.process(), "Task_CoSign");
      assertThat(open).hasSize(2);
      Person person = people.program("mitzeichnung");
      List<Callable<Answer>> actions = open.stream().map(task -> (Callable<Answer>) () -> person.post(
          "/engine-rest/task/" + task.getId() + "/complete", body(Map.of("decision", "AGREED")))).toList();
      assertThat(together(actions)).extracting(Answer::status).containsExactly(204, 204);
      clerk.runDueJobs();
      assertThat(clerk.tasks(paper.process(), "Task_Sign")).hasSize(1);
    }
  }

  @Test
  void papersBegunAtOnceGetNumbersOfTheirOwn() throws Exception {
    City city = world.city();
    List<Callable<PaperRun>> actions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      actions.add(() -> city.paper("Beschlussvorlage"));
    }
    assertThat(together(actions)).extracting(paper -> paper.details().reference()).doesNotHaveDuplicates().hasSize(8)
        .allMatch(reference -> reference.matches("\\d{4}/2026"));
  }
}

package de.gremienlauf.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.support.TaskStories;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever comes over the wire for a field of a form that the form itself would not send: the task of every model stays
 * open and says in one German sentence why.
 */
@IntegrationTest
class FormNonsenseTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "UNSINN";
  /** Fields that count with one choice only, with this choice. */
  private static final Map<String, Map<String, Object>> ONLY_WITH = Map.of(
      "Task_ArrangePaper.reference", Map.of("need", value("EXISTING")),
      "Task_ArrangePaper.ground", Map.of("need", value("NONE")));
  /** More than the longest text that any field takes. */
  private static final String LONG = MARK + "x".repeat(100_001);

  @Autowired People people;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService runtime;
  @Autowired List<TaskStories> stories;

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  static Stream<String> userTasks() {
    return Models.userTasks();
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void everyFieldIsChecked(String key) throws IOException {
    Task task = stories.stream().map(some -> some.stories().get(key)).filter(Objects::nonNull).findFirst()
        .orElseThrow().get();
    Person person = people.program(tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
        .filter(Objects::nonNull).toArray(String[]::new));
    long variables = runtime.createVariableInstanceQuery().taskIdIn(task.getId()).count();
    nonsense(task).forEach((about, sent) -> {
      Answer answer = person.post("/engine-rest/task/" + task.getId() + "/complete", Map.of("variables", sent));
      assertThat(answer.status()).as(about + ": " + answer).isBetween(400, 499);
      assertThat(answer.message()).as(about).matches("(?s)[A-ZÄÖÜ„].*[.!?]")
          .doesNotContain("ENGINE", "Cannot", "Exception", "null", "java");
      assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as(about).isEqualTo(1);
    });
    assertThat(runtime.createVariableInstanceQuery().taskIdIn(task.getId()).count()).isEqualTo(variables);
  }

  private Map<String, Map<String, Object>> nonsense(Task task) throws IOException {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    all.put("unknown field", Map.of(MARK, value(MARK)));
    all.put("id of the case", Map.of("paperId", value(1), "projectId", value(1), "meetingId", value(1)));
    all.put("all fields at once", Map.of("formFields", value("{\"paperId\":1,\"projectId\":1}")));
    try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
      addFields(task.getTaskDefinitionKey(), JSON.readTree(form), all);
    }
    return all;
  }

  private static void addFields(String task, JsonNode parent, Map<String, Map<String, Object>> all) {
    for (JsonNode field : parent.path("components")) {
      String key = field.path("key").asText();
      if (!key.isEmpty()) {
        wrong(field).forEach((what, value) -> {
          Map<String, Object> sent = new HashMap<>(ONLY_WITH.getOrDefault(task + "." + key, Map.of()));
          sent.put(key, value);
          all.put(key + ", " + what, sent);
        });
      }
      addFields(task, field, all);
    }
  }

  private static Map<String, Object> wrong(JsonNode field) {
    return switch (field.path("type").asText()) {
      case "textfield", "textarea" -> wrongText(field.path("description").asText());
      case "checkbox" -> Map.of("neither yes nor no", value(MARK));
      case "checklist", "taglist" -> Map.of("no list", value(MARK), "not offered", json("[\"" + MARK + "\"]"));
      default -> Map.of("not offered", value(MARK), "a list", json("[\"" + MARK + "\"]"));
    };
  }

  private static Map<String, Object> wrongText(String description) {
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("too long", value(LONG));
    wrong.put("a list", json("[\"" + MARK + "\"]"));
    if (description.startsWith("TT.MM.JJJJ")) {
      wrong.put("no day", value(MARK));
      wrong.put("no such day", value("31.02.2026"));
    }
    if (description.startsWith("in Euro")) {
      wrong.put("no amount", value(MARK));
      wrong.put("too exact", value("1,234"));
    } else {
      wrong.put("a number", value(4711));
    }
    return wrong;
  }

  private static Map<String, Object> value(Object value) {
    return Map.of("value", value);
  }

  private static Map<String, Object> json(String value) {
    return Map.of("value", value, "type", "Json");
  }
}

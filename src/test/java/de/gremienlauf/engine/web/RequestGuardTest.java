package de.gremienlauf.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@IntegrationTest
class RequestGuardTest {

  private static final String START = "/process-definition/key/paper/submit-form";

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired Council council;
  @Autowired @Qualifier("requestGuard") FilterRegistrationBean<?> guard;

  private String draftTask() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    return clerk.task(paper.process(), "Task_Draft").getId();
  }

  private static Map<String, Object> form(Object... namesAndValues) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put((String) namesAndValues[i], Map.of("value", namesAndValues[i + 1]));
    }
    return Map.of("variables", variables);
  }

  private static void assertGerman(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().path("type").asText()).isNotBlank();
    assertThat(answer.message()).matches("(?s)[A-ZÄÖÜ„].*[.!?]").doesNotContain("ENGINE", "Cannot", "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void aFormCarriesTheFieldsOfItsTaskOnly(String action) {
    String task = draftTask();
    for (Person person : List.of(people.browser("sachbearbeitung"), people.program("sachbearbeitung"),
        people.program("camunda-admin"))) {
      String path = person.engine() + "/task/" + task + "/" + action;
      assertGerman(person.post(path, form("paperId", 7)), 400);
      assertGerman(person.post(path, form("subject", "Betreff", "neu", "x")), 400);
      assertGerman(person.post(path, "kein JSON"), 400);
      assertGerman(person.post(path, "[]"), 400);
      assertGerman(person.post(path, "{\"variables\":{\"subject\":{\"value\":\"a\"},\"subject\":{\"value\":\"b\"}}}"),
          400);
      assertGerman(person.post(path, Map.of("variables", Map.of(), "startInstructions", List.of())), 400);
      for (String type : List.of("Object", "File", "Bytes", "Date", "Xml")) {
        assertGerman(person.post(path, Map.of("variables", Map.of("subject",
            Map.of("value", "x", "type", type, "valueInfo", Map.of("objectTypeName", "java.util.ArrayList",
                "serializationDataFormat", "application/json", "filename", "x"))))), 400);
      }
      assertGerman(person.post(path, Map.of("variables", Map.of("subject", Map.of("value", Map.of("a", 1))))), 400);
      assertGerman(person.post(path, form("reasons", "x".repeat(1024 * 1024))), 400);
    }
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }

  @Test
  void anUnknownTaskIsSaidToBeDone() {
    Person person = people.browser("sachbearbeitung");
    Answer answer = person.post(person.engine() + "/task/gibtesnicht/complete", form());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.message())
        .isEqualTo("Diese Aufgabe gibt es nicht mehr; vermutlich wurde sie schon erledigt.");
  }

  @Test
  void onlyTheAdministrationGoesPastTheModels() {
    String task = draftTask();
    Person person = people.program("sachbearbeitung");
    Map<String, Object> variable = Map.of("value", "x", "type", "String");
    assertGerman(person.post("/engine-rest/task/" + task + "/resolve", form()), 403);
    assertGerman(person.post("/engine-rest/task/" + task + "/delegate", Map.of("userId", person.id)), 403);
    assertGerman(person.put("/engine-rest/task/" + task + "/localVariables/subject", variable), 403);
    assertGerman(person.put("/engine-rest/task/" + task + "/variables/paperId", variable), 403);
    assertGerman(person.post("/engine-rest/task/" + task + "/variables", Map.of("modifications", Map.of())), 403);
    assertGerman(person.delete("/engine-rest/task/" + task + "/localVariables/subject"), 403);
    assertGerman(person.post("/engine-rest/message", Map.of("messageName", "PaperWithdrawn", "all", true)), 403);
    assertGerman(person.post("/engine-rest/task/" + task + "/bpmnError", Map.of("errorCode", "x")), 403);
    assertGerman(person.post("/engine-rest/task/" + task + "/identity-links",
        Map.of("userId", person.id, "type", "candidate")), 403);
    assertGerman(person.put("/engine-rest/task/" + task, Map.of("name", "x")), 403);
    assertThat(tasks.getVariableLocal(task, "subject")).isEqualTo("Beschlussvorlage zum Prüfen");
    Person administrator = people.program("camunda-admin");
    assertThat(administrator.put("/engine-rest/task/" + task + "/localVariables/subject", variable).status())
        .isEqualTo(204);
  }

  @Test
  void whoeverIsNoCandidateIsToldSo() {
    String task = draftTask();
    Person person = people.browser("mitzeichnung");
    Answer answer = person.post(person.engine() + "/task/" + task + "/claim", Map.of("userId", person.id));
    assertGerman(answer, 403);
    assertThat(answer.message()).isEqualTo("Dazu fehlt Ihnen das Recht.");
    assertThat(answer.json().has("technicalMessage")).isFalse();
    assertGerman(person.post(person.engine() + "/task/" + task + "/complete", form()), 403);
    assertThat(person.get(person.engine() + "/task/" + task).status()).isEqualTo(404);
    assertThat(person.get(person.engine() + "/task/" + task + "/form-variables").status()).isEqualTo(403);
  }

  /** The engine then finds the task, but no longer the right to it, which went with the task. */
  @Test
  void whoeverIsOvertakenWhileTheEngineLooksIsToldThatItIsDone() throws Exception {
    String task = draftTask();
    Task open = tasks.createTaskQuery().taskId(task).singleResult();
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/task/" + task + "/complete");
    request.setServletPath("/engine-rest/task/" + task + "/complete");
    request.setContent("{\"variables\": {}}".getBytes(StandardCharsets.UTF_8));
    String user = people.user("sachbearbeitung");
    request.setUserPrincipal(() -> user);
    MockHttpServletResponse response = new MockHttpServletResponse();
    guard.getFilter().doFilter(request, response, (passed, answer) -> {
      clerk.complete(open, Map.of("subject", "S", "leadOffice", "A", "visibility", "public", "resolution", "1. R"));
      ((HttpServletResponse) answer).setStatus(403);
      answer.getOutputStream().write("{\"type\": \"AuthorizationException\", \"message\": \"\"}"
          .getBytes(StandardCharsets.UTF_8));
    });
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(404);
    assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("vermutlich wurde sie schon erledigt");
  }

  @Test
  void aTaskClaimedTwiceIsAConflict() {
    String task = draftTask();
    Person first = people.browser("sachbearbeitung");
    Person second = people.browser("sachbearbeitung");
    assertThat(first.post(first.engine() + "/task/" + task + "/claim", Map.of("userId", first.id)).status())
        .isEqualTo(204);
    Answer answer = second.post(second.engine() + "/task/" + task + "/claim", Map.of("userId", second.id));
    assertGerman(answer, 409);
    assertThat(answer.message()).contains("von jemand anderem bearbeitet");
  }

  @Test
  void aStartCarriesTheStartFormOnly() {
    Person person = people.program("sachbearbeitung");
    long before = runtime.createProcessInstanceQuery().processDefinitionKey("paper").count();
    for (String action : List.of("/process-definition/key/paper/submit-form",
        "/process-definition/key/paper/start")) {
      assertGerman(person.post("/engine-rest" + action, form("type", "Mitteilung", "paperId", 1)), 400);
      assertGerman(person.post("/engine-rest" + action, Map.of("variables", Map.of(), "startInstructions",
          List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Sign")))), 400);
      assertGerman(person.post("/engine-rest" + action, Map.of("variables", Map.of(), "businessKey", "1/2026")), 400);
      assertGerman(person.post("/engine-rest" + action, form()), 400);
    }
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("paper").count()).isEqualTo(before);
    assertThat(person.post("/engine-rest" + START,
        form("type", "Mitteilung", "subject", "Über den Start", "leadOffice", "Amt 50")).status()).isEqualTo(200);
    assertGerman(person.post("/engine-rest/process-definition/key/consultation/start", form()), 403);
    assertGerman(person.post("/engine-rest/process-definition/key/consultation/start",
        form("consultationId", 1)), 400);
    Person coSigner = people.program("mitzeichnung");
    assertGerman(coSigner.post("/engine-rest" + START,
        form("type", "Mitteilung", "subject", "Ohne Recht", "leadOffice", "Amt 50")), 403);
  }

  @Test
  void theAdministrationReadsTheTechnicalMessageToo() {
    Person administrator = people.program("camunda-admin");
    Answer answer = administrator.post("/engine-rest/process-definition/key/gibtesnicht/start", form());
    assertGerman(answer, 404);
    assertThat(answer.json().path("technicalMessage").asText()).contains("No matching");
    Person clerkPerson = people.program("sachbearbeitung");
    assertThat(clerkPerson.post("/engine-rest/process-definition/key/gibtesnicht/start", form()).json()
        .has("technicalMessage")).isFalse();
  }

  @Test
  void whatTheFormRefusesIsSaidInItsWords() {
    String task = draftTask();
    Person person = people.browser("sachbearbeitung");
    Answer answer = person.post(person.engine() + "/task/" + task + "/submit-form",
        form("visibility", "public", "subject", "x", "leadOffice", "y", "outsideDeadline", "31.02.2026"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("type").asText()).isEqualTo("BusinessException");
    assertThat(answer.message()).contains("Frist von außen").contains("31.02.2026");
  }
}

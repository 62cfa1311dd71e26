package de.gremienlauf.workplace.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several at once over HTTP: tasks, and papers as one PDF; and a paper that is begun from the page „Neu“. */
@IntegrationTest
class TaskListTest {

  @Autowired People people;
  @Autowired Papers papers;
  @Autowired Council council;
  @Autowired TaskService tasks;
  @Autowired FormFields fields;
  @Autowired RuntimeService runtime;
  @Autowired PlatformTransactionManager transactions;

  private String office;

  @BeforeEach
  void office() {
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + office, office);
  }

  private Long paper(String subject) {
    return papers.begin(new NewPaper(council.ownMunicipality(), "Beschlussvorlage", subject, "Amt " + office, null,
        null));
  }

  private Task draft(String subject) {
    return tasks.createTaskQuery().taskDefinitionKey("Task_Draft").taskVariableValueEquals("subject", subject)
        .singleResult();
  }

  private String assignee(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
  }

  private static List<String> messages(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<String> messages = new ArrayList<>();
    answer.json().forEach(one -> messages.add((one.path("done").asBoolean() ? "+ " : "- ") + one.path("message").asText()));
    return messages;
  }

  @Test
  void eachTaskSaysWhatBecameOfIt() {
    String mark = UUID.randomUUID().toString();
    paper("Eins " + mark);
    paper("Zwei " + mark);
    String one = draft("Eins " + mark).getId();
    String two = draft("Zwei " + mark).getId();
    Person clerk = people.browser("sachbearbeitung", office);
    Person colleague = people.browser("sachbearbeitung", office);
    Person stranger = people.browser("sachbearbeitung", "amt-anderes");

    JsonNode list = clerk.get("/api/my-tasks").json();
    assertThat(list.path("tasks").findValuesAsText("subject")).contains("Eins " + mark, "Zwei " + mark);
    assertThat(list.path("maySetDue").asBoolean()).isFalse();
    assertThat(stranger.get("/api/my-tasks").body()).doesNotContain(mark);
    assertThat(people.stranger().get("/api/my-tasks").status()).isEqualTo(401);

    // One is taken by the colleague already; the other is done all the same.
    assertThat(messages(colleague.post("/api/my-tasks/claim", Map.of("tasks", List.of(one))))).containsExactly(
        "+ übernommen");
    assertThat(messages(clerk.post("/api/my-tasks/claim", Map.of("tasks", List.of(one, two, "gibtesnicht")))))
        .containsExactly("- Diese Aufgabe hat schon jemand anderes übernommen.", "+ übernommen",
            "- Diese Aufgabe gibt es nicht (mehr).");
    assertThat(assignee(one)).isEqualTo(colleague.id);
    assertThat(assignee(two)).isEqualTo(clerk.id);

    // Only to people of the group, and only what is one's own or nobody's.
    assertThat(clerk.get("/api/my-tasks/colleagues?task=" + two).json().findValuesAsText("id"))
        .contains(clerk.id, colleague.id).doesNotContain(stranger.id);
    assertThat(messages(clerk.post("/api/my-tasks/assign",
        Map.of("tasks", List.of(one, two), "colleague", colleague.id))))
        .containsExactly("- Dazu fehlt Ihnen das Recht.", "+ übergeben");
    assertThat(assignee(two)).isEqualTo(colleague.id);
    assertThat(messages(colleague.post("/api/my-tasks/assign",
        Map.of("tasks", List.of(two), "colleague", stranger.id))))
        .containsExactly("- Die gewählte Person gehört zu keiner Gruppe, für die diese Aufgabe ist.");
    assertThat(messages(stranger.post("/api/my-tasks/claim", Map.of("tasks", List.of(two)))))
        .containsExactly("- Diese Aufgabe gibt es nicht (mehr).");
    assertThat(assignee(two)).isEqualTo(colleague.id);
    assertThat(clerk.post("/api/my-tasks/claim", Map.of("tasks", List.of())).status()).isEqualTo(400);
    assertThat(people.login(clerk.id, "tasklist").withoutToken()
        .post("/api/my-tasks/claim", Map.of("tasks", List.of(two))).status()).isEqualTo(403);
  }

  @Test
  void onlySuperiorsSetTheDayAndSayWhy() {
    String subject = "Frist " + UUID.randomUUID();
    paper(subject);
    String task = draft(subject).getId();
    Map<String, Object> wish = Map.of("tasks", List.of(task), "due", "31.12.2099", "reason", "Haushaltsberatung");
    assertThat(people.browser("sachbearbeitung", office).post("/api/my-tasks/due", wish).status()).isEqualTo(403);
    Person manager = people.login(people.user("amtsleitung"), "cockpit");
    assertThat(manager.post("/api/my-tasks/due", Map.of("tasks", List.of(task), "due", "31.12.2099")).message())
        .startsWith("Bitte begründen Sie die neue Frist");
    assertThat(manager.post("/api/my-tasks/due", Map.of("tasks", List.of(task), "due", "01.01.2001", "reason", "x"))
        .message()).contains("nicht in der Vergangenheit");
    assertThat(messages(manager.post("/api/my-tasks/due", wish))).containsExactly("+ Frist gesetzt");
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getDueDate()).hasYear(2099);
    assertThat(tasks.getTaskComments(task)).extracting("fullMessage")
        .containsExactly("Frist auf 31.12.2099 gesetzt: Haushaltsberatung");
  }

  @Test
  void severalPapersAreOnePdf() throws Exception {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    List<Long> ids = new ArrayList<>();
    for (String subject : List.of("Erste " + mark, "Zweite " + mark, "Entwurf " + mark)) {
      ids.add(paper(subject));
      tasks.complete(draft(subject).getId(), new HashMap<>(Map.of("subject", subject, "leadOffice", "Amt " + office,
          "visibility", "public", "resolution", "1. Text von " + subject)));
    }
    new TransactionTemplate(transactions).executeWithoutResult(status -> ids.subList(0, 2).forEach(papers::release));
    Person clerk = people.browser("sachbearbeitung", office);
    Answer answer = clerk.get("/api/paper-set?id=" + ids.get(0) + "&id=" + ids.get(1) + "&id=" + ids.get(2));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
      List<String> bookmarks = new ArrayList<>();
      pdf.getDocumentCatalog().getDocumentOutline().children().forEach(one -> bookmarks.add(one.getTitle()));
      assertThat(bookmarks).containsExactly("Übersicht", papers.reference(ids.get(0)) + " Erste " + mark,
          papers.reference(ids.get(1)) + " Zweite " + mark);
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text).contains("Text von Erste " + mark).contains("Text von Zweite " + mark)
          .contains("noch nicht freigegeben").doesNotContain("Text von Entwurf");
    }
    // With one that others may not read the set does not exist for them.
    Person other = people.browser("sachbearbeitung", "amt-anderes");
    assertThat(other.get("/api/paper-set?id=" + ids.get(0) + "&id=" + ids.get(1)).status()).isEqualTo(200);
    Answer refused = other.get("/api/paper-set?id=" + ids.get(0) + "&id=" + ids.get(2));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).doesNotContain(mark);
    assertThat(clerk.get("/api/paper-set").status()).isEqualTo(400);
    assertThat(clerk.get("/api/paper-set?id=" + ids.get(2)).message()).contains("noch kein Dokument");
  }

  @Test
  void aSecondClickBeginsNoSecondPaper() {
    String subject = "Doppelt " + UUID.randomUUID();
    Person clerk = people.browser("sachbearbeitung", office);
    JsonNode choices = clerk.get("/api/start").json();
    assertThat(choices.path("ownOffice").asText()).isEqualTo("Amt " + office);
    assertThat(choices.path("mayStartPaper").asBoolean()).isTrue();
    assertThat(choices.path("paperTypes").findValuesAsText("name")).contains("Beschlussvorlage", "Änderungsantrag");
    assertThat(people.browser("mitzeichnung").get("/api/start").json().path("mayStartPaper").asBoolean()).isFalse();
    // The own office need not be named.
    Map<String, Object> form = Map.of("variables", Map.of("type", Map.of("value", "Beschlussvorlage"),
        "subject", Map.of("value", subject)));
    String start = clerk.engine() + "/process-definition/key/paper/submit-form";
    List<Answer> answers = List.of(1, 2, 3).parallelStream().map(click -> clerk.post(start, form)).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.message()).startsWith("Diese Vorlage haben Sie gerade eben"));
    assertThat(tasks.createTaskQuery().taskDefinitionKey("Task_Draft").taskVariableValueEquals("subject", subject)
        .count()).isOne();
    assertThat(fields.of(draft(subject).getId())).containsEntry("leadOffice", "Amt " + office);
    // Somebody else may begin the same, and somebody without an office has to name one.
    assertThat(people.browser("sachbearbeitung", office).post(start, form).status()).isEqualTo(200);
    assertThat(people.browser("sachbearbeitung").post(start, form).message()).contains("Federführende Dienststelle");
  }
}

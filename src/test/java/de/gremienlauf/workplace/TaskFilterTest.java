package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The lists of Tasklist and the dates that people set there, through the interface that Tasklist uses. */
@IntegrationTest
class TaskFilterTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired TaskFilters setup;
  @Autowired People people;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(MONDAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  @Test
  void aTaskPutAsideLeavesTheDeskAndComesBackOnItsDay() {
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    Person person = people.browser("sachbearbeitung");
    assertThat(found(person, "Aufgaben meiner Gruppen")).contains(task);
    person.post(person.engine() + "/task/" + task + "/claim", Map.of("userId", person.id));
    assertThat(found(person, "Meine Aufgaben")).containsExactly(task);
    assertThat(change(person, task, "followUp", "2026-03-04T08:00:00").status()).isEqualTo(204);
    assertThat(found(person, "Meine Aufgaben")).isEmpty();
    assertThat(found(person, "Wiedervorlage")).isEmpty();
    assertThat(found(person, "Zurückgelegt")).containsExactly(task);
    clerk.onDay(MONDAY.plusDays(2));
    assertThat(found(person, "Meine Aufgaben")).containsExactly(task);
    assertThat(found(person, "Wiedervorlage")).containsExactly(task);
    assertThat(found(person, "Zurückgelegt")).isEmpty();
    assertThat(change(person, task, "followUp", null).status()).isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getFollowUpDate()).isNull();
  }

  @Test
  void dueTasksShowOnTheirDayAndAfterIt() {
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    Person person = people.browser("sachbearbeitung");
    assertThat(found(person, "Heute fällig")).doesNotContain(task);
    clerk.onDay(LocalDate.of(2026, 3, 16));
    assertThat(found(person, "Heute fällig")).contains(task);
    assertThat(found(person, "Überfällig")).doesNotContain(task);
    clerk.onDay(LocalDate.of(2026, 3, 17));
    assertThat(found(person, "Heute fällig")).doesNotContain(task);
    assertThat(found(person, "Überfällig")).contains(task);
  }

  @Test
  void whoMaySetWhichDate() {
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    Person clerkOfOffice = people.browser("sachbearbeitung");
    assertThat(change(clerkOfOffice, task, "followUp", "2026-03-04T08:00:00").message())
        .isEqualTo("Die Wiedervorlage setzt, wer die Aufgabe übernommen hat.");
    clerkOfOffice.post(clerkOfOffice.engine() + "/task/" + task + "/claim", Map.of("userId", clerkOfOffice.id));
    assertThat(change(clerkOfOffice, task, "due", "2026-12-31T23:59:00").message())
        .isEqualTo("Die Fälligkeit einer Aufgabe ändern nur Vorgesetzte und die Administration.");
    assertThat(change(clerkOfOffice, task, "followUp", "übermorgen").status()).isEqualTo(400);
    assertThat(change(clerkOfOffice, task, "assignee", "anderer").status()).isEqualTo(403);
    assertThat(change(people.browser("mitzeichnung"), task, "followUp", null).status()).isEqualTo(404);
    Person superior = people.program("amtsleitung");
    assertThat(change(superior, task, "due", "2026-12-31T23:59:00.000+0100").status()).isEqualTo(204);
    assertThat(EngineClock.dayOf(tasks.createTaskQuery().taskId(task).singleResult().getDueDate()))
        .isEqualTo(LocalDate.of(2026, 12, 31));
    Person administrator = people.program("camunda-admin");
    assertThat(administrator.put("/engine-rest/task/" + task, Map.of("name", "Vorlage entwerfen", "priority", 50,
        "due", "2026-11-30T23:59:00.000+0100")).status()).isEqualTo(204);
    assertThat(EngineClock.dayOf(tasks.createTaskQuery().taskId(task).singleResult().getDueDate()))
        .isEqualTo(LocalDate.of(2026, 11, 30));
  }

  @Test
  void anOlderFilterGetsWhatIsNewAndKeepsWhatAnAdministratorChanged() {
    Filter mine = filters.createTaskFilterQuery().list().stream()
        .filter(filter -> "mine".equals(filter.getProperties().get("gremienlauf"))).findFirst().orElseThrow();
    Map<String, Object> original = mine.getProperties();
    try {
      Map<String, Object> older = new HashMap<>(original);
      older.remove("gremienlaufVersion");
      older.put("color", "#123456");
      older.put("variables", List.of(Map.of("name", "reference", "label", "alt"),
          Map.of("name", "own", "label", "Eigene")));
      mine.setProperties(older);
      mine.setName("Mein Kram");
      mine.setQuery(tasks.createTaskQuery().taskAssignee("niemand"));
      filters.saveFilter(mine);
      long before = filters.createTaskFilterQuery().count();
      setup.run(new DefaultApplicationArguments());
      Filter renewed = filters.getFilter(mine.getId());
      assertThat(renewed.getName()).isEqualTo("Mein Kram");
      assertThat(renewed.getProperties()).containsEntry("color", "#123456");
      assertThat(renewed.getProperties().get("variables").toString())
          .contains("label=Vorlage", "name=own", "name=projectNumber").doesNotContain("label=alt");
      assertThat(filters.createTaskFilterQuery().count()).isEqualTo(before);
    } finally {
      Filter restored = filters.getFilter(mine.getId());
      restored.setName("Meine Aufgaben");
      restored.setProperties(original);
      filters.saveFilter(restored);
    }
    Person person = people.browser("sachbearbeitung");
    assertThat(found(person, "Meine Aufgaben")).isEmpty();
  }

  private People.Answer change(Person person, String task, String field, Object value) {
    ObjectNode body = (ObjectNode) people.program("camunda-admin").get("/engine-rest/task/" + task).json();
    if (value == null) {
      body.putNull(field);
    } else {
      body.put(field, value.toString());
    }
    return person.put(person.engine() + "/task/" + task, body);
  }

  private List<String> found(Person person, String filter) {
    String id = null;
    for (JsonNode one : person.get(person.engine() + "/filter?resourceType=Task").json()) {
      if (one.path("name").asText().equals(filter)) {
        id = one.path("id").asText();
      }
    }
    assertThat(id).as(filter).isNotNull();
    List<String> ids = new ArrayList<>();
    person.get(person.engine() + "/filter/" + id + "/list?maxResults=2000").json()
        .forEach(task -> ids.add(task.path("id").asText()));
    return ids;
  }
}

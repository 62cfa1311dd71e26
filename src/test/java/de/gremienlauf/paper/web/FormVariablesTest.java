package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A form gets each of its fields as a variable, although they are one in the database. */
@IntegrationTest
class FormVariablesTest {

  private static final String LONG = "Begründung mit ö und „Zitat“.\n".repeat(500);

  @Autowired PaperWorld world;
  @Autowired People people;
  @Autowired Clerk clerk;
  @Autowired FormFields fields;
  @Autowired TaskService tasks;

  private String task;
  private Person person;

  @BeforeEach
  void openDraft() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    task = clerk.task(paper.process(), "Task_Draft").getId();
    person = people.browser("sachbearbeitung");
  }

  private JsonNode variables(String query) {
    return person.get(person.engine() + "/task/" + task + "/form-variables" + query).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?deserializeValues=false"})
  void everyFieldIsOneWhateverItHolds(String query) throws JsonProcessingException {
    JsonNode shown = variables(query);
    assertThat(shown.has("formFields")).isFalse();
    assertThat(shown.path("paperType").path("value").asText()).isEqualTo("Beschlussvorlage");
    assertThat(shown.path("returned").path("type").asText()).isEqualTo("Null");
    assertThat(shown.path("politics").path("value").isBoolean()).isTrue();

    fields.change(task, Map.of("reasons", LONG, "coSigningOffices", List.of("1", "2"), "subject", "Neuer Betreff"));

    shown = variables(query);
    assertThat(shown.path("reasons").path("type").asText()).isEqualTo("Json");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(shown.path("reasons").path("value").asText()).asText()).isEqualTo(LONG);
    assertThat(json.readTree(shown.path("coSigningOffices").path("value").asText())).extracting(JsonNode::asText)
        .containsExactly("1", "2");
    assertThat(shown.path("subject").path("value").asText()).isEqualTo("Neuer Betreff");
    assertThat(tasks.getVariableLocal(task, "subject")).as("what lists of tasks show").isEqualTo("Neuer Betreff");
    assertThat(shown.path("paperType").path("value").asText()).as("the others stay").isEqualTo("Beschlussvorlage");
  }

  @Test
  void onlyTheNamedOnesIfSomebodyNamesThem() {
    assertThat(variables("?variableNames=paperType,leadOffice").fieldNames()).toIterable()
        .containsExactlyInAnyOrder("paperType", "leadOffice");
  }
}

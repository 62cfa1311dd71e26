package de.gremienlauf.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may begin something about a funded project. */
@IntegrationTest
class FundingRightsTest {

  @Autowired People people;
  @Autowired RuntimeService runtime;

  private static String start(String process) {
    return "/engine-rest/process-definition/key/" + process + "/submit-form";
  }

  @ParameterizedTest
  @ValueSource(strings = {"funded-project", "amendment-notice", "funds-call", "progress-report", "notification-duty",
      "follow-up-project"})
  void clerksAndControllersBeginWithTheStartForm(String process) {
    for (String role : new String[] {"sachbearbeitung", "foerdercontrolling"}) {
      Answer answer = people.program(role).post(start(process), Map.of("variables", Map.of()));
      assertThat(answer.status()).as(role + " " + answer).isEqualTo(400);
      assertThat(answer.json().path("type").asText()).isEqualTo("BusinessException");
    }
    for (String role : new String[] {"mitzeichnung", "zeichnung", "gremienbuero", "schriftfuehrung", "amtsleitung",
        "revision", "organisation"}) {
      assertThat(people.program(role).post(start(process), Map.of("variables", Map.of())).status()).as(role)
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({"project-paper", "project-finding", "funding-notice", "proof-of-use"})
  void nobodyBeginsWhatFollowsByItself(String process) {
    long before = runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
    for (String role : new String[] {"sachbearbeitung", "foerdercontrolling", "gremienbuero"}) {
      Person person = people.program(role);
      assertThat(person.post(start(process), Map.of("variables", Map.of("projectId", Map.of("value", 1)))).status())
          .as(role).isIn(400, 403);
    }
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(process).count()).isEqualTo(before);
  }
}

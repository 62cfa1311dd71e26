package de.gremienlauf.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.GrantTerms;
import de.gremienlauf.funding.NewNotice;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeLetter;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may begin something about a funded project. */
@IntegrationTest
class FundingRightsTest {

  @Autowired People people;
  @Autowired Council council;
  @Autowired Projects projects;
  @Autowired Notices notices;
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

  /** A project in execution, of an office that nobody else works for. Returns its number. */
  private String granted(String office) {
    String number = "FP-" + UUID.randomUUID();
    council.addOffice(council.ownMunicipality(), "Amt " + office, office);
    Long project = projects.create(new NewProject(council.ownMunicipality(), number, "Ankommen", "Programm", null, null,
        "Amt " + office, "Bezirksregierung Arnsberg", LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31)));
    notices.record(project, null, new NewNotice(NoticeKind.GRANT,
        new NoticeLetter("Bezirksregierung Arnsberg", null, LocalDate.of(2017, 4, 10), null, null, null, true),
        new FundingPeriod(LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31), null, null),
        new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of())));
    return number;
  }

  private static String office() {
    return "amt-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Answer begin(Person person, String process, Map<String, String> entered) {
    Map<String, Object> variables = new HashMap<>();
    entered.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return person.post(start(process), Map.of("variables", variables));
  }

  private static Map<String, String> with(Map<String, String> entered, String name, String value) {
    Map<String, String> more = new HashMap<>(entered);
    more.put(name, value);
    return more;
  }

  static Stream<Arguments> formsAboutAProject() {
    return Stream.of(
        Arguments.of("amendment-notice", "project", Map.of("kind", "EXTENSION", "begins", "APPLICATION")),
        Arguments.of("funds-call", "project", Map.of()),
        Arguments.of("progress-report", "projectNumber",
            Map.of("title", "Bericht", "basis", "NOTICE", "dueOn", "31.01.2030")),
        Arguments.of("notification-duty", "project", Map.of("kind", "PURPOSE_CHANGED", "matter", "Andere Gruppe")),
        Arguments.of("follow-up-project", "project", Map.of("name", "Bleiben", "programme", "Programm")));
  }

  @ParameterizedTest
  @MethodSource("formsAboutAProject")
  void whereAProjectDoesNotExistNothingBeginsAboutIt(String process, String field, Map<String, String> entered) {
    String office = office();
    String number = granted(office);
    Person foreign = people.program("sachbearbeitung");
    Answer unknown = begin(foreign, process, with(entered, field, "FP-0"));
    Answer refused = begin(foreign, process, with(entered, field, number));

    assertThat(refused.status()).as("%s", refused).isEqualTo(unknown.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("Ein Förderprojekt mit der Nummer „" + number + "“ gibt es nicht.")
        .isEqualTo(unknown.message().replace("FP-0", number));
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey(process)
        .count()).isZero();
    Answer reader = begin(people.program("sachbearbeitung", "amtsleitung"), process, with(entered, field, number));
    assertThat(reader.message()).as("who may only read it is told so").isEqualTo("Dazu fehlt Ihnen das Recht.");
    assertThat(begin(people.program("sachbearbeitung", office), process, with(entered, field, number)).status())
        .isEqualTo(200);
    assertThat(begin(people.program("foerdercontrolling"), process, with(entered, field, number)).status())
        .isEqualTo(200);
  }

  @Test
  void aForeignProjectDoesNotBecomeOnesFollowUp() {
    String office = office();
    String own = granted(office);
    String foreign = granted(office());
    Person clerk = people.program("sachbearbeitung", office);
    Map<String, String> entered = Map.of("project", own, "laterProject", foreign);
    assertThat(begin(clerk, "follow-up-project", entered).message())
        .isEqualTo("Ein Förderprojekt mit der Nummer „" + foreign + "“ gibt es nicht.");
    assertThat(begin(people.program("foerdercontrolling"), "follow-up-project", entered).status()).isEqualTo(200);
  }
}

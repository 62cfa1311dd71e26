package de.gremienlauf.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.GrantTerms;
import de.gremienlauf.funding.NewNotice;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeLetter;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.ProjectDocumentKind;
import de.gremienlauf.funding.ProjectDocuments;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.Topics;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ProjectApiTest {

  private static final LocalDate TODAY = LocalDate.of(2019, 3, 5);

  @Autowired People people;
  @Autowired Council council;
  @Autowired Projects projects;
  @Autowired Notices notices;
  @Autowired Topics topics;
  @Autowired Objectives objectives;
  @Autowired Recommendations recommendations;
  @Autowired Concepts concepts;
  @Autowired Partners partners;
  @Autowired ProjectDates dates;
  @Autowired ProjectDocuments documents;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;

  private String office;
  private Long project;

  @BeforeEach
  void prepare() {
    clerk.onDay(TODAY);
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + office, office);
    project = project("Ankommen " + office);
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private Long project(String name) {
    return projects.create(new NewProject(council.ownMunicipality(), null, name, "Einwanderung gestalten NRW", null,
        "geflüchtete Menschen", "Amt " + office, "Bezirksregierung Arnsberg", LocalDate.of(2017, 4, 1),
        LocalDate.of(2019, 3, 31)));
  }

  private Long grant() {
    return notices.record(project, null, notice(NoticeKind.GRANT, LocalDate.of(2017, 4, 10), null, new FundingPeriod(
        LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31), null, null)));
  }

  private static NewNotice notice(NoticeKind kind, LocalDate day, LocalDate posted, FundingPeriod period) {
    return new NewNotice(kind, new NoticeLetter("Bezirksregierung Arnsberg", null, day, posted, null, null, true),
        period, new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of()));
  }

  private String at(String path) {
    return "/api/projects/" + project + path;
  }

  /** One call of each address that writes, with an input that it accepts, in an order in which all go well. */
  private Map<String, Map<String, Object>> writes() {
    Long grant = grant();
    Long refusal = notices.record(project, null, notice(NoticeKind.REFUSAL, LocalDate.of(2019, 3, 1), null, null));
    Long topic = topics.add(project, null, "Casemanagement", null);
    Long objective = objectives.add(project, new NewObjective(null, topic, "120 Beratungen", null, null));
    Long takenUp = recommendations.add(project, topic, "Wege verkürzen", null);
    Long dropped = recommendations.add(project, null, "Neues Amt", null);
    Long concept = concepts.add(project, topic, "KOKIP", null);
    concepts.addVersion(concept, "Erste Fassung", null);
    Long body = council.addProjectBody(council.ownMunicipality(), "Lenkungsgruppe " + office, "Projektgremium", null,
        null).id();
    Long point = concepts.raise(concept, "Finanzierung unklar", null);
    Long partner = partners.add(project, new NewPartner("Caritas", PartnerKind.COOPERATION, Participation.PERMANENT,
        null));
    Long date = dates.add(project, "Betriebsbeginn", "voraussichtlich im Januar 2020", false);
    Map<String, Map<String, Object>> writes = new LinkedHashMap<>();
    writes.put("POST /topics", Map.of("name", "Monitoring", "noticeId", String.valueOf(grant)));
    writes.put("PUT /topics/" + topic, Map.of("name", "Casemanagement neu"));
    writes.put("POST /topics/" + topic + "/outcomes", Map.of("kind", "CONSOLIDATED", "takenOverBy", "Amt 50"));
    writes.put("POST /objectives", Map.of("wording", "Mehr Beratungen", "topicId", topic));
    writes.put("PUT /objectives/" + objective, Map.of("state", "ACHIEVED", "achieved", "131 Beratungen"));
    writes.put("POST /recommendations", Map.of("wording", "Zuständigkeiten bündeln", "addressee", "Jobcenter"));
    writes.put("POST /recommendations/" + takenUp + "/taken-up", Map.of("unit", "Fachkoordination", "day",
        "01.03.2019"));
    writes.put("POST /recommendations/" + dropped + "/dropped", Map.of("reason", "zu teuer"));
    writes.put("POST /concepts", Map.of("name", "Leitlinien"));
    writes.put("POST /concepts/" + concept + "/versions", Map.of("description", "angepasst"));
    writes.put("POST /bodies", Map.of("organizationId", String.valueOf(body)));
    writes.put("POST /concepts/" + concept + "/decisions", Map.of("version", "1", "organizationId",
        String.valueOf(body), "day", "26.02.2019"));
    writes.put("POST /concepts/" + concept + "/points", Map.of("point", "Räume fehlen"));
    writes.put("POST /points/" + point + "/settled", Map.of("how", "Land fördert", "day", "01.03.2019"));
    writes.put("POST /partners", Map.of("name", "Diakonie", "kind", "PARTICIPATING", "participation", "OCCASIONAL"));
    writes.put("POST /partners/" + partner + "/agreement", Map.of("signedOn", "01.03.2019", "assumed", true));
    writes.put("POST /partners/" + partner + "/passed-on", Map.of("amount", "12.500,50", "consentOn", "01.02.2019"));
    writes.put("POST /dates", Map.of("label", "Umzug", "asSaid", "im Sommer"));
    writes.put("DELETE /dates/" + date, Map.of());
    writes.put("PUT /early-start", Map.of("approvedOn", "20.03.2017"));
    writes.put("POST /notices/" + grant + "/posting", Map.of("postedOn", "11.04.2017"));
    writes.put("POST /notices/" + grant + "/waiver", Map.of("waivedOn", "04.03.2019"));
    writes.put("POST /notices/" + refusal + "/challenge", Map.of("challengedOn", "05.03.2019"));
    writes.put("POST /reports", Map.of("title", "Sachstandsbericht 2019", "basis", "NOTICE", "dueOn", "30.06.2019"));
    return writes;
  }

  private Answer write(Person person, String call, Map<String, Object> body) {
    String[] parts = call.split(" ");
    return switch (parts[0]) {
      case "POST" -> person.post(at(parts[1]), body);
      case "PUT" -> person.put(at(parts[1]), body);
      default -> person.delete(at(parts[1]));
    };
  }

  @ParameterizedTest
  @CsvSource({
      "sachbearbeitung,    404, 404",
      "foerdercontrolling, 200, 200",
      "own office,         200, 200",
      "gremienbuero,       200, 403",
      "amtsleitung,        200, 403",
      "revision,           200, 403",
      "camunda-admin,      200, 403",
      "mitzeichnung,       404, 404",
      "zeichnung,          404, 404",
      "schriftfuehrung,    404, 404",
      "organisation,       404, 404",
      "amt-anderes,        404, 404"})
  void everyRoleDoesWhatItMay(String role, int read, int write) {
    Long document = documents.upload(project, ProjectDocumentKind.OTHER, "Vermerk", "vermerk.txt",
        "Text".getBytes(StandardCharsets.UTF_8));
    Map<String, Map<String, Object>> writes = writes();
    Person person = logged(role.equals("own office") ? office : role);
    assertThat(person.get(at("")).status()).isEqualTo(read);
    assertThat(person.get(at("/documents/" + document)).status()).isEqualTo(read);
    assertThat(person.get("/api/projects?query=" + office).json()).hasSize(read == 200 ? 1 : 0);
    writes.forEach((call, body) -> {
      Answer answer = write(person, call, body);
      assertThat(answer.status()).as(call + " " + answer).isEqualTo(write);
    });
    // Nothing runs that could be stopped.
    assertThat(write(person, "POST /abort", Map.of("reason", "Kein Geld")).status())
        .isEqualTo(write == 200 ? 400 : write);
    if (read == 200) {
      assertThat(person.get(at("")).json().path("mayWrite").asBoolean()).isEqualTo(write == 200);
    }
  }

  /** Not every group may use Tasklist; co-signers may, and nothing of a project is theirs. */
  private Person logged(String role) {
    return people.browser(Stream.of(role, "mitzeichnung").distinct().toArray(String[]::new));
  }

  @Test
  void aStrangerReadsAndWritesNothing() {
    Person stranger = people.stranger();
    assertThat(stranger.get("/api/projects").status()).isEqualTo(401);
    assertThat(stranger.get(at("")).status()).isEqualTo(401);
    writes().forEach((call, body) ->
        assertThat(write(stranger, call, body).status()).as(call).isIn(401, 403));
    assertThat(stranger.get("/foerderung/").status()).isEqualTo(302);
    assertThat(stranger.get("/foerderung/page.js").status()).isEqualTo(200);
  }

  @Test
  void whatIsWrittenIsRead() {
    Person person = people.browser("foerdercontrolling");
    writes().forEach((call, body) -> assertThat(write(person, call, body).status()).as(call).isEqualTo(200));
    JsonNode read = person.get(at("")).json();
    assertThat(read.path("topics").get(0).path("name").asText()).isEqualTo("Casemanagement neu");
    assertThat(read.path("topics").get(0).path("outcomes").get(0).path("kindLabel").asText()).isEqualTo("verstetigt");
    assertThat(read.path("topics").get(1).path("noticeId").asLong())
        .isEqualTo(read.path("notices").get(0).path("id").asLong());
    assertThat(read.path("objectives").get(0).path("achieved").asText()).isEqualTo("131 Beratungen");
    assertThat(read.path("objectives").get(1).path("topic").asText()).isEqualTo("Casemanagement neu");
    assertThat(read.path("recommendations").findValuesAsText("stateLabel"))
        .containsExactly("aufgegriffen", "nicht weiterverfolgt", "offen");
    JsonNode concept = read.path("concepts").get(0);
    assertThat(concept.path("versions")).hasSize(2);
    assertThat(concept.path("versions").get(0).path("decisions").get(0).path("decidedOn").asText())
        .isEqualTo("2019-02-26");
    assertThat(concept.path("openPoints").get(0).path("settledBy").asText()).isEqualTo("Land fördert");
    JsonNode partner = read.path("partners").get(0);
    assertThat(partner.path("passedOn").decimalValue()).isEqualByComparingTo("12500.50");
    assertThat(partner.path("agreementAssumed").asBoolean()).isTrue();
    assertThat(read.path("bodies").get(0).path("name").asText()).isEqualTo("Lenkungsgruppe " + office);
    assertThat(read.path("dates").findValuesAsText("asSaid")).containsExactly("im Sommer");
    assertThat(read.path("head").path("earlyStartApprovedOn").asText()).isEqualTo("2017-03-20");
    assertThat(read.path("notices").get(0).path("postedAssumed").asBoolean()).isFalse();
    assertThat(read.path("notices").get(0).path("waivedOn").asText()).isEqualTo("2019-03-04");
    assertThat(read.path("notices").get(1).path("stateLabel").asText()).isEqualTo("angefochten");
    assertThat(read.path("reports").get(0).path("dueOn").asText()).isEqualTo("2019-06-30");
    assertThat(read.path("events").findValuesAsText("by")).contains("Erika " + person.id);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "POST /topics          | name=''                                    | Thema",
      "POST /topics          | name=A,noticeId=x                          | Grundlage",
      "POST /topics          | name=A,colour=red                          | colour",
      "POST /objectives      | measure=A                                  | Ziel",
      "POST /recommendations | addressee=A                                | Wortlaut",
      "POST /concepts        | longName=A                                 | Konzept",
      "POST /partners        | name=A,kind=FRIEND,participation=PERMANENT | Art",
      "POST /partners        | name=A,kind=COOPERATION                    | Beteiligung",
      "POST /bodies          | from=01.01.2019                            | Name",
      "POST /dates           | label=A                                    | Wie es gesagt wurde",
      "PUT /early-start      | approvedOn=31.02.2017                      | 31.02.2017",
      "PUT /early-start      | approvedOn=01.01.2030                      | Zukunft",
      "POST /reports         | title=A,basis=WISH                         | Grundlage",
      "POST /reports         | basis=NOTICE                               | Bezeichnung"})
  void whatIsWrongIsSaidInGerman(String call, String entered, String named) {
    Map<String, Object> body = new HashMap<>();
    for (String pair : entered.split(",")) {
      String[] both = pair.split("=", 2);
      body.put(both[0], both[1].replace("''", ""));
    }
    Answer answer = write(people.browser("sachbearbeitung", office), call, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.message()).contains(named).endsWith(".");
  }

  @Test
  void nonsenseIsRefused() {
    Person person = people.browser("sachbearbeitung", office);
    for (String body : List.of("[]", "\"x\"", "kein JSON", "{\"name\":{\"a\":1}}", "{\"name\":[\"a\"]}",
        "{\"name\":\"" + "x".repeat(501) + "\"}", "{\"name\":\"a\\u0000b\"}")) {
      Answer answer = person.post(at("/topics"), body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.message()).matches("(?s)[A-ZÄÖÜ„].*\\.");
    }
    assertThat(person.get("/api/projects/x").status()).isEqualTo(400);
    assertThat(person.get("/api/projects/999999999").status()).isEqualTo(404);
    assertThat(person.get("/api/projects?query=" + "%25_'".repeat(100)).json()).isEmpty();
  }

  @Test
  void whatBelongsToAnotherProjectDoesNotExistInThisOne() {
    Long grant = grant();
    Long topic = topics.add(project, null, "Casemanagement", null);
    Long document = documents.upload(project, ProjectDocumentKind.OTHER, "Vermerk", "vermerk.txt",
        "Text".getBytes(StandardCharsets.UTF_8));
    Long other = project("Anderes " + office);
    Person person = people.browser("sachbearbeitung", office);
    String path = "/api/projects/" + other;
    assertThat(person.get(path + "/documents/" + document).status()).isEqualTo(404);
    assertThat(person.put(path + "/topics/" + topic, Map.of("name", "x")).status()).isEqualTo(404);
    assertThat(person.post(path + "/objectives", Map.of("wording", "x", "topicId", topic)).status()).isEqualTo(404);
    for (String part : List.of("posting", "waiver", "challenge")) {
      Answer answer = person.post(path + "/notices/" + grant + "/" + part, Map.of("postedOn", "11.04.2017"));
      assertThat(answer.status()).as(part).isEqualTo(404);
      assertThat(answer.message()).as(part).startsWith("Diesen Bescheid gibt es");
    }
  }

  @Test
  void aNoticeIsChallengedOnceOnAKnownDay() {
    Long grant = notices.record(project, null, notice(NoticeKind.GRANT, LocalDate.of(2019, 2, 20), null, null));
    Person person = people.browser("sachbearbeitung", office);
    String waiver = at("/notices/" + grant + "/waiver");
    String challenge = at("/notices/" + grant + "/challenge");
    assertThat(person.post(waiver, Map.of()).message()).contains("„Verzicht erklärt am“");
    assertThat(person.post(challenge, Map.of()).message()).contains("„Klage erhoben am“");
    assertThat(person.post(challenge, Map.of("challengedOn", "06.03.2019")).message())
        .isEqualTo("Der Tag der Klage muss zwischen dem 20.02.2019 und dem 05.03.2019 liegen.");
    assertThat(person.post(challenge, Map.of("challengedOn", "05.03.2019")).status()).isEqualTo(200);
    for (Answer late : List.of(person.post(challenge, Map.of("challengedOn", "05.03.2019")),
        person.post(waiver, Map.of("waivedOn", "05.03.2019")))) {
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.message()).isEqualTo("Der Zuwendungsbescheid vom 20.02.2019 ist schon angefochten.");
    }
  }

  private Map<String, String> days(JsonNode read, String label) {
    Map<String, String> days = new LinkedHashMap<>();
    read.path("deadlines").forEach(one -> {
      if (one.path("label").asText().equals(label)) {
        days.put(one.path("about").asText(""), one.path("date").asText());
      }
    });
    return days;
  }

  @Test
  void everyDayIsExplainedAndMovesWithAnExtension() {
    Person person = people.browser("foerdercontrolling");
    grant();
    JsonNode before = person.get(at("")).json();
    assertThat(days(before, "Ende der Rechtsbehelfsfrist")).containsEntry("Zuwendungsbescheid vom 10.04.2017",
        "2017-05-15");
    assertThat(days(before, "Ende des Bewilligungszeitraums")).containsValue("2019-03-31");
    assertThat(days(before, "Verwendungsnachweis vorlegen")).containsValue("2019-09-30");
    notices.record(project, null, notice(NoticeKind.EXTENSION, LocalDate.of(2019, 3, 1), null,
        new FundingPeriod(null, LocalDate.of(2019, 12, 31), null, null)));
    JsonNode after = person.get(at("")).json();
    assertThat(days(after, "Ende der Rechtsbehelfsfrist")).containsEntry("Verlängerungsbescheid vom 01.03.2019",
        "2019-04-04");
    assertThat(days(after, "Ende des Bewilligungszeitraums")).containsValue("2019-12-31");
    assertThat(days(after, "Beginn des Abschlussberichts")).containsValue("2019-11-19");
    assertThat(days(after, "Verwendungsnachweis vorlegen")).containsValue("2020-06-30");
    after.path("deadlines").forEach(one -> {
      assertThat(one.path("steps")).as(one.toString()).isNotEmpty();
      assertThat(one.path("ground").asText()).as(one.toString()).isNotBlank();
    });
    assertThat(after.path("deadlines").findValuesAsText("date")).isSorted();
    assertThat(after.path("deadlines").toString()).contains("angenommen ist das Datum des Bescheids");
  }

  @Test
  void openQuestionsComeFirst() {
    grant();
    Person person = people.browser("sachbearbeitung", office);
    JsonNode line = person.get("/api/projects?query=" + office).json().get(0);
    int open = line.path("openFindings").asInt();
    assertThat(open).isGreaterThan(1);
    assertThat(line.path("until").asText()).isEqualTo("2019-03-31");
    write(person, "PUT /early-start", Map.of("approvedOn", "20.03.2017"));
    JsonNode findings = person.get(at("")).json().path("findings");
    assertThat(findings.get(0).path("answer").isNull()).isTrue();
    assertThat(findings.get(findings.size() - 1).path("answer").asText()).contains("20.03.2017");
    assertThat(person.get("/api/projects?query=" + office).json().get(0).path("openFindings").asInt())
        .isEqualTo(open - 1);
  }

  @Test
  void aTaskAndAnInstanceLeadToTheirProject() {
    grant();
    Task task = tasks.createTaskQuery().processVariableValueEquals("projectId", project).list().get(0);
    Person person = people.browser("foerdercontrolling", "sachbearbeitung", office);
    assertThat(person.get("/api/tasks/" + task.getId() + "/project").json().path("projectId").asLong())
        .isEqualTo(project);
    assertThat(people.browser("mitzeichnung").get("/api/tasks/" + task.getId() + "/project").status()).isEqualTo(404);
    String instance = "/api/process-instances/" + task.getProcessInstanceId() + "/project";
    assertThat(logged("amtsleitung").get(instance).json().path("projectId").asLong()).isEqualTo(project);
    assertThat(people.browser("mitzeichnung").get(instance).status()).isEqualTo(404);
    assertThat(person.get("/api/tasks/gibtesnicht/project").status()).isEqualTo(404);
  }
}

package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PaperApiTest {

  private static final byte[] TEXT = "Ein Text.".getBytes(StandardCharsets.UTF_8);
  private static final List<String> CARRIERS =
      List.of("gremienbuero", "schriftfuehrung", "zeichnung", "revision", "camunda-admin");

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Papers papers;
  @Autowired PaperQueries queries;
  @Autowired Consultations consultations;
  @Autowired LateItems lateItems;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private static Wish council() {
    return new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5));
  }

  private String office;

  /** A paper of the own municipality, led by an office with a group of its own. */
  private Long ownPaper(String subject, boolean nonPublic) {
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    String name = "Amt " + office;
    council.addOffice(council.ownMunicipality(), name, office);
    Long id = papers.begin(new NewPaper(council.ownMunicipality(), "Beschlussvorlage", subject, name, null, null));
    Map<String, Object> draft = new HashMap<>(Map.of("subject", subject, "leadOffice", name,
        "visibility", nonPublic ? "nonPublic" : "public", "resolution", "1. Geheim.", "nonPublicGround", "Grundstück"));
    tasks.complete(draftTask(subject).getId(), draft);
    return id;
  }

  private Task draftTask(String subject) {
    return tasks.createTaskQuery().taskDefinitionKey("Task_Draft").taskVariableValueEquals("subject", subject)
        .singleResult();
  }

  @Test
  void aNonPublicPaperDoesNotExistForOthers() {
    String subject = "Grundstück " + UUID.randomUUID();
    Long id = ownPaper(subject, true);
    Person owner = people.browser("sachbearbeitung", office);
    Answer uploaded = owner.upload("/api/papers/" + id + "/attachments", "plan.txt", TEXT,
        Map.of("name", "Plan", "printed", "true"));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    String attachment = "/api/papers/" + id + "/attachments/"
        + uploaded.json().path("attachments").get(0).path("id").asText();
    Task task = tasks.createTaskQuery().taskDefinitionKey("Task_ConfirmSequence")
        .taskVariableValueEquals("subject", subject).singleResult();
    List<String> addresses = List.of("/api/papers/" + id, attachment, "/api/papers/" + id + "/document",
        "/api/papers/" + id + "/document?wording=1");
    for (Person other : List.of(people.browser("sachbearbeitung"), people.browser("mitzeichnung"),
        people.browser("sachbearbeitung", "amt-anderes"))) {
      for (String address : addresses) {
        assertThat(other.get(address).status()).as(address).isEqualTo(404);
        assertThat(other.get(address).body()).doesNotContain("Grundstück");
      }
      assertThat(other.get("/api/papers?query=Grundst").body()).doesNotContain(subject);
      assertThat(other.post("/api/papers/" + id + "/withdraw", Map.of("reason", "x")).status()).isEqualTo(404);
      assertThat(other.put("/api/papers/" + id + "/sequence", Map.of("stations", List.of())).status()).isEqualTo(404);
      assertThat(other.delete(attachment).status()).isEqualTo(404);
      assertThat(other.upload("/api/papers/" + id + "/attachments", "a.txt", TEXT, Map.of()).status())
          .isEqualTo(404);
    }
    assertThat(people.browser("mitzeichnung").get("/api/tasks/" + task.getId() + "/paper").status()).isEqualTo(404);
    for (String carrier : CARRIERS) {
      assertThat(people.login(people.user(carrier, "mitzeichnung"), "tasklist").get("/api/papers/" + id).status())
          .as(carrier).isEqualTo(200);
    }
    assertThat(owner.get("/api/papers?query=" + subject.substring(11)).json()).hasSize(1);
    Answer file = owner.get(attachment);
    assertThat(file.bytes()).isEqualTo(TEXT);
    assertThat(file.header("Content-Disposition")).startsWith("attachment").contains("plan.txt");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    Answer pdf = owner.get("/api/papers/" + id + "/document?wording=1");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Content-Disposition")).startsWith("inline");
    assertThat(pdf.body()).startsWith("%PDF");
  }

  @Test
  void whatABodySaysOfAPublicPaperBehindClosedDoorsIsNotForEverybody() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(council());
    clerk.onDay(council().day());
    lateItems.changePart(consultations.agendaItem(paper.station("Rat").id()), false, "Grundstück", "So beschlossen.");
    paper.result("Rat", "abgelehnt", Map.of("vote", "mehrheitlich gegen die Stimmen der Gruppe Markstein"));
    String address = "/api/papers/" + paper.id;
    Answer everybody = people.browser("mitzeichnung").get(address);
    assertThat(everybody.status()).isEqualTo(200);
    assertThat(everybody.body()).contains("beraten im nichtöffentlichen Teil").doesNotContain("Markstein");
    assertThat(everybody.json().path("consultations").get(0).path("result").isNull()).isTrue();
    for (String carrier : CARRIERS) {
      assertThat(people.login(people.user(carrier, "mitzeichnung"), "tasklist").get(address).body()).as(carrier)
          .contains("Markstein");
    }
  }

  @Test
  void aWordingOfAPublicPaperFromBehindClosedDoorsIsNotForEverybody() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 1, 20)), council());
    clerk.onDay(LocalDate.of(2026, 1, 20));
    lateItems.changePart(consultations.agendaItem(paper.station("Bauausschuss").id()), false, "Grundstück",
        "So beschlossen.");
    paper.result("Bauausschuss", "geändert empfohlen", Map.of("amendedWording", "1. Herr Markstein bekommt Geld."));
    String address = "/api/papers/" + paper.id;
    Person reader = people.browser("mitzeichnung");
    JsonNode seen = reader.get(address).json();
    assertThat(seen.toString()).doesNotContain("Markstein");
    assertThat(seen.path("wordings").findValuesAsText("id")).containsExactly("1");
    assertThat(seen.path("resolutionPoints").findValuesAsText("text"))
        .containsExactly("Der Rat beschließt.", "Der Rat beauftragt.");
    assertThat(reader.get(address + "/document?wording=1").status()).isEqualTo(200);
    assertThat(reader.get(address + "/document?wording=2").status()).isEqualTo(404);
    assertThat(reader.get(address + "/document?wording=2&word=true").status()).isEqualTo(404);
    Person office = people.browser("gremienbuero");
    assertThat(office.get(address).json().path("resolutionPoints").findValuesAsText("text"))
        .containsExactly("1. Herr Markstein bekommt Geld.");
    assertThat(office.get(address + "/document?wording=2").body()).startsWith("%PDF");
  }

  @Test
  void aRemarkThatIsNotPrintedIsNotForEverybody() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(council());
    paper.result("Rat", "ungeändert beschlossen", Map.of("remark", "Markstein war laut."));
    String address = "/api/papers/" + paper.id;
    JsonNode seen = people.browser("mitzeichnung").get(address).json();
    assertThat(seen.toString()).doesNotContain("Markstein");
    assertThat(seen.path("consultations").get(0).path("result").asText()).isEqualTo("ungeändert beschlossen");
    assertThat(people.browser("gremienbuero").get(address).body()).contains("Markstein");
  }

  @Test
  void aTaskShowsItsPaperToItsCandidates() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    String task = clerk.task(paper.process(), "Task_Draft").getId();
    Person person = people.browser("sachbearbeitung");
    assertThat(person.get("/api/tasks/" + task + "/paper").json().path("paperId").asLong()).isEqualTo(paper.id);
    assertThat(people.browser("zeichnung").get("/api/tasks/" + task + "/paper").status()).isEqualTo(404);
    paper.release(council());
    clerk.onDay(LocalDate.of(2026, 2, 5));
    String result = paper.resultTask("Rat").getId();
    assertThat(people.browser("schriftfuehrung").get("/api/tasks/" + result + "/paper").json().path("paperId")
        .asLong()).isEqualTo(paper.id);
  }

  @Test
  void aReleasedPublicPaperIsEverybodysToRead() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(council());
    Person reader = people.browser("mitzeichnung");
    JsonNode seen = reader.get("/api/papers/" + paper.id).json();
    assertThat(seen.path("reference").asText()).isNotBlank();
    assertThat(seen.path("consultations").get(0).path("open").asBoolean()).isTrue();
    assertThat(seen.has("may")).isFalse();
    for (String permission : List.of("mayEdit", "mayChangeSequence", "mayCorrect", "mayWithdraw", "mayRevise",
        "maySupplement")) {
      assertThat(seen.path(permission).isBoolean()).as(permission).isTrue();
      assertThat(seen.path(permission).asBoolean()).as(permission).isFalse();
    }
    assertThat(reader.get("/api/papers/" + paper.id + "/document").body()).startsWith("%PDF");
    assertThat(reader.post("/api/papers/" + paper.id + "/withdraw", Map.of("reason", "x")).status()).isEqualTo(403);
    assertThat(reader.post("/api/papers/" + paper.id + "/revise", Map.of("reason", "x")).status()).isEqualTo(403);
    assertThat(reader.upload("/api/papers/" + paper.id + "/supplement", "a.txt", TEXT, Map.of("reason", "x"))
        .status()).isEqualTo(403);
    assertThat(reader.put("/api/papers/" + paper.id + "/sequence", Map.of("stations", List.of())).status())
        .isEqualTo(403);
    assertThat(reader.get("/api/papers/999999").status()).isEqualTo(404);
    assertThat(reader.get("/api/papers/abc").status()).isEqualTo(400);
    assertThat(reader.get("/api/papers/abc").message()).isNotBlank();
    Person clerkPerson = people.browser("sachbearbeitung");
    assertThat(clerkPerson.get("/api/papers/" + paper.id).json().path("mayWithdraw").asBoolean()).isTrue();
    assertThat(clerkPerson.get("/api/papers/" + paper.id).json().path("mayChangeSequence").asBoolean()).isFalse();
    assertThat(clerkPerson.put("/api/papers/" + paper.id + "/sequence", Map.of("stations", List.of())).status())
        .isEqualTo(403);
  }

  @Test
  void theSequenceIsChangedInTheVersionThatWasSeen() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(council());
    Person person = people.browser("gremienbuero");
    String path = "/api/papers/" + paper.id;
    JsonNode seen = person.get(path).json();
    JsonNode rat = seen.path("consultations").get(0);
    Organization committee = paper.city.body("Bauausschuss");
    Long meeting = meetings.ensure(committee, LocalDate.of(2026, 1, 20), "15:30").id();
    Map<String, Object> kept = Map.of("id", rat.path("id").asLong(), "organizationId",
        rat.path("organizationId").asLong(), "role", "DECISION", "rank", 2, "meetingId", rat.path("meetingId").asLong());
    Map<String, Object> added = Map.of("organizationId", committee.id(), "role", "PRELIMINARY", "rank", 1,
        "meetingId", meeting);
    Map<String, Object> change = Map.of("version", seen.path("version").asText(), "reason", "Beteiligung",
        "stations", List.of(added, kept));
    Answer withoutReason = person.put(path + "/sequence",
        Map.of("version", seen.path("version").asText(), "stations", List.of(added, kept)));
    assertThat(withoutReason.status()).isEqualTo(400);
    assertThat(withoutReason.message()).isEqualTo("Bitte geben Sie einen Grund an.");
    Answer changed = person.put(path + "/sequence", change);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().path("consultations")).hasSize(2);
    assertThat(changed.json().path("events").findValuesAsText("user")).contains(person.id);
    Answer stale = person.put(path + "/sequence", change);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.message()).contains("von jemand anderem geändert");
    assertThat(person.put(path + "/sequence", Map.of("version", "x", "stations", List.of(Map.of()))).status())
        .isEqualTo(400);
  }

  @Test
  void theTaskToConfirmTheSequenceShowsTheChangedSequence() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of());
    Person person = people.browser("sachbearbeitung");
    String path = "/api/papers/" + paper.id;
    Organization committee = city.body("Bauausschuss");
    Long meeting = meetings.ensure(committee, LocalDate.of(2026, 1, 20), "15:30").id();
    Answer changed = person.put(path + "/sequence", Map.of("version", person.get(path).json().path("version").asText(),
        "stations", List.of(Map.of("organizationId", committee.id(), "role", "DECISION", "rank", 1,
            "meetingId", meeting))));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(clerk.fields(clerk.task(paper.process(), "Task_ConfirmSequence"))).containsEntry("sequenceText",
        "- Bauausschuss (Entscheidung), 20.01.2026");
  }

  @Test
  void aPaperIsCorrectedRevisedSupplementedAndWithdrawn() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 1, 20)), council());
    paper.result("Bauausschuss", "abgelehnt");
    Person office = people.browser("gremienbuero");
    String correction = "/api/consultations/" + paper.station("Bauausschuss").id() + "/correction";
    assertThat(people.browser("sachbearbeitung").post(correction, Map.of("result", "x", "reason", "y")).status())
        .isEqualTo(403);
    Answer corrected = office.post(correction, Map.of("result", "ungeändert beschlossen", "reason", "verlesen"));
    assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
    clerk.runDueJobs();
    assertThat(paper.station("Bauausschuss").corrections().get(0).by()).isEqualTo(office.id);
    assertThat(office.post("/api/consultations/999999/correction", Map.of("result", "x")).status()).isEqualTo(404);

    Answer supplement = office.upload("/api/papers/" + paper.id + "/supplement", "nachtrag.txt", TEXT,
        Map.of("name", "Nachtrag", "reason", "neue Zahlen"));
    assertThat(supplement.status()).as(supplement.toString()).isEqualTo(200);
    assertThat(supplement.json().path("attachments").get(0).path("supplementOn").asText()).isEqualTo("2026-01-20");
    Answer refused = office.upload("/api/papers/" + paper.id + "/attachments", "a.txt", TEXT, Map.of("name", "A"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("Ergänzung");
    assertThat(office.upload("/api/papers/" + paper.id + "/supplement", "a.exe", new byte[] {77, 90, 0, 1},
        Map.of("reason", "x")).status()).isEqualTo(400);

    Answer revised = office.post("/api/papers/" + paper.id + "/revise", Map.of("reason", "neuer Text"));
    assertThat(revised.status()).as(revised.toString()).isEqualTo(200);
    assertThat(revised.json().path("state").asText()).isEqualTo("DRAFT");
    assertThat(office.post("/api/papers/" + paper.id + "/withdraw", Map.of()).status()).isEqualTo(400);
    Answer withdrawn = office.post("/api/papers/" + paper.id + "/withdraw", Map.of("reason", "erledigt"));
    assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
    assertThat(withdrawn.json().path("stateLabel").asText()).isNotEqualTo("Entwurf");
  }

  @Test
  void anUploadThatIsTooLargeIsRefusedInGerman() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    Person person = people.browser("sachbearbeitung");
    Answer answer = person.upload("/api/papers/" + paper.id + "/attachments", "gross.txt",
        new byte[54 * 1024 * 1024], Map.of("name", "Groß"));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.message()).isEqualTo("Die Datei ist zu groß; erlaubt sind höchstens 50 MB.");
  }

  @Test
  void bodiesAndTheirComingMeetingsAreOffered() {
    Organization body = council.addBody(council.ownMunicipality(), "Ausschuss " + UUID.randomUUID(), null, null, null);
    meetings.ensure(body, LocalDate.of(2026, 1, 4), "15:30");
    meetings.ensure(body, LocalDate.of(2026, 1, 5), "15:30");
    meetings.ensure(body, LocalDate.of(2026, 3, 5), null);
    Person person = people.browser("sachbearbeitung");
    assertThat(person.get("/api/organizations").json().findValuesAsText("name")).contains(body.name());
    JsonNode coming = person.get("/api/organizations/" + body.id() + "/meetings").json();
    assertThat(coming.findValuesAsText("date")).containsExactly("2026-01-05", "2026-03-05");
    assertThat(coming.get(0).path("time").asText()).isEqualTo("15:30");
    assertThat(person.get("/api/organizations/999999/meetings").status()).isEqualTo(404);
  }
}

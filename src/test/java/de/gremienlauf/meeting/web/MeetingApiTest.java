package de.gremienlauf.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Minutes;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperState;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The meeting page's interface: who may do what, what is kept, and what never happens twice. */
@IntegrationTest
class MeetingApiTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
  private static final String ME = "?client=fenster-1";

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Meetings meetings;
  @Autowired Agenda agenda;
  @Autowired Minutes minutes;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired JdbcTemplate jdbc;

  private City city;
  private Person minuteTaker;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    city = world.city();
    minuteTaker = people.browser("schriftfuehrung");
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private PaperRun paper() {
    return city.paper("Beschlussvorlage").release(new Wish("Rat", ConsultationRole.DECISION, 1, DAY));
  }

  private PaperRun nonPublicPaper() {
    return city.paper("Beschlussvorlage").draft(Map.of("visibility", "nonPublic", "nonPublicGround", "Grundstück"))
        .stations(new Wish("Rat", ConsultationRole.DECISION, 1, DAY)).confirm().sign();
  }

  private Long meeting() {
    return meetings.on(city.body("Rat").id(), DAY).orElseThrow().id();
  }

  private Long item(PaperRun paper) {
    return agenda.of(meeting()).stream()
        .filter(item -> paper.station("Rat").id().equals(item.consultationId())).findFirst().orElseThrow().id();
  }

  private static Map<String, Object> change(String field, String was, String now) {
    Map<String, Object> change = new HashMap<>();
    change.put("field", field);
    change.put("was", was);
    change.put("now", now);
    return change;
  }

  @SafeVarargs
  private Answer type(Person person, Long item, String client, Map<String, Object>... changes) {
    return person.put("/api/items/" + item + "/draft?client=" + client, Map.of("changes", Arrays.asList(changes)));
  }

  private Answer conclude(Person person, Long item) {
    return person.post("/api/items/" + item + "/conclude" + ME + "&request=" + UUID.randomUUID(), Map.of());
  }

  private Person hold(Person person, String client, boolean takeOver) {
    Answer answer = person.post("/api/meetings/" + meeting() + "/editor?client=" + client + "&takeOver=" + takeOver,
        Map.of());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return person;
  }

  private Person writer() {
    return hold(minuteTaker, "fenster-1", false);
  }

  private JsonNode page(Person person) {
    return person.get("/api/meetings/" + meeting()).json();
  }

  private static List<JsonNode> papersOf(JsonNode page) {
    List<JsonNode> papers = new ArrayList<>();
    page.path("items").forEach(papers::add);
    papers.removeIf(item -> !item.path("kind").asText().equals("PAPER"));
    return papers;
  }

  private String field(Person person, Long item, String field) {
    for (JsonNode one : page(person).path("items")) {
      if (one.path("id").asLong() == item) {
        return one.path("fields").path(field).asText(null);
      }
    }
    return null;
  }

  @ParameterizedTest
  @CsvSource({
      "sachbearbeitung, 200, 404, 403, 403, 403",
      "mitzeichnung,    200, 404, 403, 403, 403",
      "amtsleitung,     200, 404, 403, 403, 403",
      "organisation,    200, 404, 403, 403, 403",
      "zeichnung,       200, 403, 403, 403, 403",
      "revision,        200, 403, 403, 403, 403",
      "camunda-admin,   200, 403, 403, 403, 400",
      "gremienbuero,    200, 200, 200, 200, 400",
      "schriftfuehrung, 200, 200, 200, 200, 403"})
  void everyRoleDoesWhatItMay(String role, int read, int writeNonPublic, int write, int hold, int arrange) {
    Long open = item(paper());
    Long closed = item(nonPublicPaper());
    clerk.onDay(DAY);
    Person person = logged(role);
    String meeting = "/api/meetings/" + meeting();
    assertThat(person.get("/api/meetings").status()).isEqualTo(read);
    assertThat(person.get(meeting).status()).isEqualTo(read);
    assertThat(person.get("/api/items/" + open).status()).isEqualTo(read);
    assertThat(person.post(meeting + "/editor" + ME, Map.of()).status()).isEqualTo(hold);
    assertThat(person.get(meeting + "/background").status()).isEqualTo(read);
    // Whoever may arrange hears what is missing.
    for (String act : List.of("move", "joint", "cancel")) {
      assertThat(person.post(meeting + "/" + act, Map.of()).status()).as(act).isEqualTo(arrange);
    }
    assertThat(type(person, open, "fenster-1", change("result", null, "vertagt")).status()).isEqualTo(write);
    assertThat(type(person, closed, "fenster-1", change("result", null, "vertagt")).status())
        .isEqualTo(writeNonPublic);
    assertThat(conclude(person, open).status()).isEqualTo(write);
    assertThat(conclude(person, closed).status()).isEqualTo(writeNonPublic);
    boolean sees = writeNonPublic != 404;
    assertThat(papersOf(page(person))).hasSize(sees ? 2 : 1);
    assertThat(person.get(meeting).body().contains("Grundstück")).isEqualTo(sees);
  }

  @ParameterizedTest
  @CsvSource({"sachbearbeitung, 403", "amtsleitung, 403", "zeichnung, 403", "revision, 403", "camunda-admin, 403",
      "gremienbuero, 200", "schriftfuehrung, 200"})
  void onlyWhoTakesTheMinutesActsInTheSession(String role, int expected) {
    Long item = item(paper());
    clerk.onDay(DAY);
    Person person = logged(role);
    person.post("/api/meetings/" + meeting() + "/editor" + ME, Map.of());
    Map<String, Map<String, Object>> acts = new LinkedHashMap<>();
    acts.put("/api/meetings/" + meeting() + "/open", Map.of("at", "15:35"));
    acts.put("/api/items/" + item + "/vote", Map.of("entry", Map.of("yes", 3, "no", 1, "groups", List.of(),
        "named", Map.of(), "points", List.of())));
    acts.put("/api/meetings/" + meeting() + "/attendance", Map.of("act", "ARRIVE_GUEST", "name", "Frau Gast"));
    acts.put("/api/items", Map.of("meetingId", meeting(), "title", "Resolution", "publicItem", true, "reason",
        "äußerst dringlich"));
    acts.put("/api/items/" + item + "/part", Map.of("publicItem", false, "ground", "Personal", "reason", "Beschluss"));
    acts.forEach((path, body) -> assertThat(act(person, path, body).status()).as(path + act(person, path, body))
        .isEqualTo(expected));
    assertThat(person.get("/api/items/" + item + "/vote").status()).isEqualTo(expected);
  }

  /** Somebody of a role; co-signers may use Tasklist, which not every role may. */
  private Person logged(String role) {
    return people.login(people.user(Stream.of(role, "mitzeichnung").distinct().toArray(String[]::new)), "tasklist");
  }

  private Answer act(Person person, String path, Map<String, Object> body) {
    return person.post(path + ME + "&request=" + Math.abs(path.hashCode()) + person.id, body);
  }

  @Test
  void aMeetingIsNotClosedWhileAnItemIsOpen() {
    PaperRun paper = paper();
    Long item = item(paper);
    clerk.onDay(DAY);
    writer();
    String end = "/api/meetings/" + meeting() + "/end" + ME + "&request=";
    Answer refused = minuteTaker.post(end + "ende-1" + item, Map.of("ending", "CLOSED", "endTime", "18:05"));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.message()).startsWith("Noch offen: ");
    type(minuteTaker, item, "fenster-1", change("result", null, "ungeändert beschlossen"));
    assertThat(conclude(minuteTaker, item).status()).isEqualTo(200);
    Answer ended = minuteTaker.post(end + "ende-2" + item, Map.of("ending", "CLOSED", "endTime", "18:05"));
    assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
    assertThat(page(minuteTaker).path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void aStrangerDoesNothing() {
    Long item = item(paper());
    Person stranger = people.stranger();
    for (String path : List.of("/api/meetings", "/api/meetings/" + meeting(), "/api/items/" + item,
        "/api/tasks/1/meeting")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
    }
    assertThat(stranger.post("/api/meetings/" + meeting() + "/editor" + ME, Map.of()).status()).isIn(401, 403);
    assertThat(type(stranger, item, "fenster-1", change("result", null, "x")).status()).isIn(401, 403);
    assertThat(conclude(stranger, item).status()).isIn(401, 403);
    for (String page : List.of("/sitzung/?id=1", "/sitzungen/", "/sitzung/index.html")) {
      assertThat(stranger.get(page).status()).as(page).isEqualTo(302);
      assertThat(people.browser("sachbearbeitung").get(page).status()).as(page).isEqualTo(200);
    }
  }

  @Test
  void nothingChangedIsNothingSent() {
    Long item = item(paper());
    writer();
    JsonNode first = page(minuteTaker);
    String since = "/api/meetings/" + meeting() + "?since=";
    assertThat(minuteTaker.get(since + first.path("revision").asLong()).status()).isEqualTo(204);
    type(minuteTaker, item, "fenster-1", change("minutesText", null, "Frau A. berichtet."));
    JsonNode second = minuteTaker.get(since + first.path("revision").asLong()).json();
    assertThat(second.path("revision").asLong()).isGreaterThan(first.path("revision").asLong());
    hold(people.browser("gremienbuero"), "fenster-2", true);
    assertThat(page(minuteTaker).path("revision").asLong()).isGreaterThan(second.path("revision").asLong());
  }

  @Test
  void whatIsTypedIsKeptFieldByField() {
    Long item = item(paper());
    writer();
    String body = String.valueOf(city.body("Bauausschuss").id());
    Answer typed = type(minuteTaker, item, "fenster-1", change("result", null, " beschlossen "),
        change("noResult", null, "true"), change("kind", null, "ACCEPTED"), change("handling", null, "WITHOUT_VOTE"),
        change("vote", null, "mehrheitlich"), change("yes", null, "12"), change("no", null, "3"),
        change("abstentions", null, "0"), change("against", null, "Frau A.; Herr B."),
        change("abstaining", null, "Frau C."), change("pointVotes", null, "1: einstimmig"),
        change("condition", null, "vorbehaltlich"), change("votedWording", null, "1"),
        change("amendedWording", null, "1. Der Rat."), change("postponedTo", null, "2026-03-01"),
        change("postponedAfter", null, body), change("referredTo", null, body), change("remark", null, "intern"),
        change("resolution", null, "Beschluss"), change("minutesText", null, "Absatz 1\n\nAbsatz 2"));
    assertThat(typed.status()).as(typed.toString()).isEqualTo(200);
    RecordedResult recorded = agenda.details(item).recorded();
    assertThat(recorded.against()).containsExactly("Frau A.", "Herr B.");
    assertThat(recorded.counts()).isEqualTo(new RecordedResult.Counts(12, 3, 0));
    assertThat(recorded.postponedTo()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(field(minuteTaker, item, "result")).isEqualTo("beschlossen");
    assertThat(field(minuteTaker, item, "against")).isEqualTo("Frau A.; Herr B.");
    assertThat(field(minuteTaker, item, "referredTo")).isEqualTo(body);
    assertThat(field(minuteTaker, item, "minutesText")).isEqualTo("Absatz 1\n\nAbsatz 2");
    assertThat(type(minuteTaker, item, "fenster-1", change("noResult", "true", null), change("against",
        "Frau A.; Herr B.", "")).status()).isEqualTo(200);
    assertThat(agenda.details(item).recorded()).returns(false, RecordedResult::noResult)
        .returns(List.of(), RecordedResult::against).returns("beschlossen", RecordedResult::result);
  }

  @Test
  void whatIsTypedIsForEverybodyOnceItIsDecidedAndReleased() {
    Long item = item(paper());
    writer();
    Person reader = people.browser("mitzeichnung");
    type(minuteTaker, item, "fenster-1", change("result", null, "ungeändert beschlossen"), change("remark", null,
        "intern"), change("minutesText", null, "Herr Max Markstein klagt."));
    assertThat(field(reader, item, "result")).isNull();
    assertThat(page(reader).toString()).doesNotContain("Markstein", "intern");
    clerk.onDay(DAY);
    assertThat(conclude(minuteTaker, item).status()).isEqualTo(200);
    assertThat(field(reader, item, "result")).isEqualTo("ungeändert beschlossen");
    assertThat(page(reader).toString()).doesNotContain("Markstein", "intern");
    minutes.publish(meeting());
    assertThat(field(reader, item, "minutesText")).isEqualTo("Herr Max Markstein klagt.");
    assertThat(field(reader, item, "remark")).isNull();
    assertThat(field(logged("revision"), item, "remark")).isEqualTo("intern");
  }

  @Test
  void whatIsRedactedInTheMinutesIsSoOnThePage() {
    Long item = item(paper());
    writer();
    type(minuteTaker, item, "fenster-1", change("result", null, "beschlossen"), change("against", null,
        "Max Markstein"), change("minutesText", null, "Herr Markstein klagt."));
    clerk.onDay(DAY);
    assertThat(conclude(minuteTaker, item).status()).isEqualTo(200);
    minutes.release(meeting(), "Max Markstein", "Der Rat am 05.02.2026");
    minutes.publish(meeting());
    Person reader = people.browser("mitzeichnung");
    assertThat(field(reader, item, "result")).isEqualTo("beschlossen");
    assertThat(field(reader, item, "minutesText")).isNull();
    assertThat(page(reader).toString()).doesNotContain("Markstein");
    assertThat(field(minuteTaker, item, "minutesText")).isEqualTo("Herr Markstein klagt.");
  }

  @ParameterizedTest
  @CsvSource({"yes, viele", "yes, -1", "kind, UNSINN", "postponedTo, 31.02.2026", "referredTo, 999999",
      "postponedAfter, abc", "nichts, x"})
  void nonsenseIsRefusedInGerman(String field, String value) {
    Long item = item(paper());
    writer();
    Answer refused = type(minuteTaker, item, "fenster-1", change(field, null, value));
    assertThat(refused.status()).as(refused.toString()).isIn(400, 404);
    assertThat(refused.message()).matches("(?s)[A-ZÄÖÜ„].*\\.");
    assertThat(field(minuteTaker, item, field)).isNull();
  }

  @Test
  void aRequestWithoutItsPartsIsRefused() {
    Long item = item(paper());
    writer();
    assertThat(minuteTaker.put("/api/items/" + item + "/draft" + ME, Map.of()).status()).isEqualTo(400);
    assertThat(type(minuteTaker, item, "fenster-1", change(null, null, "x")).status()).isEqualTo(400);
    assertThat(type(minuteTaker, item, "fenster-1", change("result", null, "x".repeat(2001))).status())
        .isEqualTo(400);
    assertThat(minuteTaker.post("/api/items/" + item + "/conclude" + ME + "&request=", Map.of()).status())
        .isEqualTo(400);
    assertThat(minuteTaker.post("/api/meetings/999999/editor" + ME, Map.of()).status()).isEqualTo(404);
    assertThat(minuteTaker.get("/api/meetings/999999").status()).isEqualTo(404);
    assertThat(type(minuteTaker, 999999L, "fenster-1", change("result", null, "x")).status()).isEqualTo(404);
  }

  @Test
  void whatSomebodyElseWroteIsNeverOverwritten() {
    Long item = item(paper());
    writer();
    type(minuteTaker, item, "fenster-1", change("result", null, "vertagt"));
    Person other = hold(people.browser("gremienbuero"), "fenster-2", true);
    assertThat(type(other, item, "fenster-2", change("result", "vertagt", "beschlossen")).status()).isEqualTo(200);
    Answer late = type(minuteTaker, item, "fenster-1", change("result", "vertagt", "abgelehnt"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.message()).startsWith("Inzwischen schreibt Erika " + other.id);
    hold(minuteTaker, "fenster-1", true);
    Answer conflict = type(minuteTaker, item, "fenster-1", change("result", "vertagt", "abgelehnt"),
        change("vote", null, "einstimmig"));
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().path("fields").path("result").asText()).isEqualTo("beschlossen");
    assertThat(field(minuteTaker, item, "result")).isEqualTo("beschlossen");
    assertThat(field(minuteTaker, item, "vote")).isEqualTo("einstimmig");
  }

  @Test
  void onlyOneWindowWrites() {
    Long item = item(paper());
    assertThat(type(minuteTaker, item, "fenster-1", change("result", null, "x")).message())
        .contains("nicht übernommen");
    writer();
    hold(minuteTaker, "fenster-2", false);
    assertThat(page(minuteTaker).path("editor").path("client").asText()).isEqualTo("fenster-1");
    assertThat(type(minuteTaker, item, "fenster-2", change("result", null, "x")).message())
        .contains("in einem anderen Fenster");
    clerk.onDay(LocalDate.of(2026, 1, 6));
    assertThat(page(minuteTaker).path("editor").path("gone").asBoolean()).isTrue();
  }

  @Test
  void aRepeatedRequestChangesNothing() {
    PaperRun paper = paper();
    Long item = item(paper);
    writer();
    clerk.onDay(DAY);
    Map<String, Object> typed = change("result", null, "beschlossen");
    assertThat(type(minuteTaker, item, "fenster-1", typed).status()).isEqualTo(200);
    assertThat(type(minuteTaker, item, "fenster-1", typed).status()).isEqualTo(200);
    String conclusion = "/api/items/" + item + "/conclude" + ME + "&request=einmal-" + item;
    assertThat(minuteTaker.post(conclusion, Map.of()).status()).isEqualTo(200);
    assertThat(minuteTaker.post(conclusion, Map.of()).status()).isEqualTo(200);
    Answer again = conclude(minuteTaker, item);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.message()).contains("inzwischen ein Ergebnis erfasst");
    assertThat(type(minuteTaker, item, "fenster-1", change("result", "beschlossen", "abgelehnt")).status())
        .isEqualTo(400);
    assertThat(type(minuteTaker, item, "fenster-1", change("minutesText", null, "Nachgetragen.")).status())
        .isEqualTo(200);
  }

  @Test
  void aResultWaitsForTheDayOfTheMeeting() {
    Long item = item(paper());
    PaperRun second = paper();
    writer();
    type(minuteTaker, item, "fenster-1", change("result", null, "beschlossen"));
    Answer early = conclude(minuteTaker, item);
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.message()).contains("Sitzungstag ist noch nicht gekommen");
    clerk.onDay(DAY);
    Answer empty = conclude(minuteTaker, item(second));
    assertThat(empty.message()).contains("Bitte tragen Sie das Ergebnis ein");
    assertThat(conclude(minuteTaker, item).status()).isEqualTo(200);
  }

  @Test
  void theListNamesBodiesAndDays() {
    City own = world.ownCity();
    String body = "Ausschuss " + UUID.randomUUID();
    own.body(body, LocalDate.of(2026, 1, 7), LocalDate.of(2027, 6, 1));
    Long id = own.body(body).id();
    JsonNode list = people.browser("mitzeichnung").get("/api/meetings?body=" + id).json();
    assertThat(list.findValuesAsText("day")).containsExactly("2026-01-07");
    assertThat(list.get(0).path("organization").asText()).isEqualTo(body);
    assertThat(list.get(0).path("stateLabel").asText()).isNotBlank();
    assertThat(minuteTaker.get("/api/meetings?from=2027-01-01&body=" + id).json().findValuesAsText("day"))
        .containsExactly("2027-06-01");
    assertThat(minuteTaker.get("/api/meetings?from=gestern").status()).isEqualTo(400);
    meetings.plan(own.body(body), LocalDate.of(2027, 6, 1), null, MeetingKind.SPECIAL);
    assertThat(minuteTaker.get("/api/meetings?from=2027-01-01&body=" + id).json().findValuesAsText("startTime"))
        .as("what has no time comes last").containsExactly("15:30", "null");
  }

  @Test
  void theListOfALargeCityIsWhole() {
    Long id = world.ownCity().body("Ausschuss " + UUID.randomUUID()).id();
    try {
      for (int i = 0; i < 501; i++) {
        jdbc.update("insert into meeting (organization_id, name, meeting_day) values (?, 'Sitzung', ?)", id,
            DAY.plusDays(i % 200));
      }
      assertThat(minuteTaker.get("/api/meetings?body=" + id).json()).hasSize(501);
    } finally {
      jdbc.update("delete from meeting where organization_id = ?", id);
    }
  }

  @Test
  void sixtyPapersAreEnteredWithinTheMeetingPage() {
    List<PaperRun> papers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      papers.add(paper());
    }
    clerk.onDay(DAY);
    writer();
    Map<Long, Long> itemOf = new HashMap<>();
    agenda.of(meeting()).forEach(item -> itemOf.put(item.consultationId(), item.id()));
    List<Long> items = papers.stream().map(paper -> itemOf.get(paper.station("Rat").id())).toList();
    assertThat(openResultTasks(papers)).isEqualTo(60);
    for (Long item : items) {
      assertThat(type(minuteTaker, item, "fenster-1", change("result", null, "ungeändert beschlossen")).status())
          .isEqualTo(200);
      Answer concluded = conclude(minuteTaker, item);
      assertThat(concluded.status()).as(concluded.toString()).isEqualTo(200);
    }
    clerk.runDueJobs();
    assertThat(openResultTasks(papers)).isZero();
    assertThat(papers).allMatch(paper -> paper.details().state() == PaperState.DECIDED);
    assertThat(papersOf(page(minuteTaker))).hasSize(60)
        .allMatch(item -> item.path("state").asText().equals("CONCLUDED"));
  }

  private long openResultTasks(List<PaperRun> papers) {
    return papers.stream().mapToLong(paper -> clerk.tasks(paper.process(), "Task_RecordResult").size()).sum();
  }
}

package de.gremienlauf.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.overview.process.StepTimesReader;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What heads of offices are told of papers under way and finished, as the answers of the addresses have it. */
@IntegrationTest
class OverviewTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired FinishedPapers finished;
  @Autowired StepTimesReader times;
  @Autowired HistoryService history;
  @Autowired JdbcTemplate jdbc;

  private final String word = "prüf" + UUID.randomUUID().toString().replace("-", "");
  private final String body = "Rat " + word;

  private Person manager;

  @BeforeEach
  void begin() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    manager = people.browser("amtsleitung");
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private PaperRun released() {
    return released(Map.of());
  }

  private PaperRun released(Map<String, Object> more) {
    PaperRun paper = world.ownCity().paper("Beschlussvorlage");
    Map<String, Object> entered = new HashMap<>(more);
    entered.put("subject", "Bänke " + word);
    return paper.draft(entered).stations(new Wish(body, ConsultationRole.DECISION, 1, DAY)).confirm().sign();
  }

  private JsonNode bodyOf(JsonNode overview) {
    for (JsonNode one : overview.path("bodies")) {
      if (one.path("name").asText().equals(body)) {
        return one;
      }
    }
    return null;
  }

  private static int count(JsonNode overview, String label) {
    for (JsonNode one : overview.path("papers")) {
      if (one.path("label").asText().equals(label)) {
        return one.path("count").asInt();
      }
    }
    throw new AssertionError(label + " in " + overview);
  }

  private JsonNode find(String more) {
    return manager.get("/api/overview/finished?" + more).json();
  }

  private JsonNode find() {
    return find("query=" + URLEncoder.encode(word, StandardCharsets.UTF_8)).path("papers");
  }

  @Test
  void aPaperIsCountedWhereItStandsAndWaits() {
    int before = count(manager.get("/api/overview").json(), "in Beratung");
    PaperRun paper = released();
    JsonNode overview = manager.get("/api/overview").json();
    assertThat(count(overview, "in Beratung")).isEqualTo(before + 1);
    assertThat(bodyOf(overview).path("waiting").asInt()).isEqualTo(1);
    assertThat(bodyOf(overview).path("overdue").asInt()).isZero();
    assertThat(bodyOf(overview).path("nextMeeting").asText()).isEqualTo("2026-02-05");
    clerk.onDay(DAY.plusDays(4));
    overview = manager.get("/api/overview").json();
    assertThat(bodyOf(overview).path("overdue").asInt()).isEqualTo(1);
    assertThat(bodyOf(overview).path("nextMeeting").isNull()).isTrue();
    clerk.onDay(DAY);
    paper.result(body, "einstimmig zugestimmt");
    overview = manager.get("/api/overview").json();
    assertThat(count(overview, "in Beratung")).isEqualTo(before);
    assertThat(bodyOf(overview)).isNull();
    assertThat(overview.path("durations").path("papers").asInt()).isPositive();
  }

  @Test
  void aFinishedPaperIsFoundByWordNumberBodyAndPeriod() {
    PaperRun paper = released();
    assertThat(find()).isEmpty();
    paper.result(body, "einstimmig zugestimmt");
    JsonNode line = find().path(0);
    assertThat(line.path("paperId").asLong()).isEqualTo(paper.id);
    assertThat(line.path("body").asText()).isEqualTo(body);
    assertThat(line.path("decidedOn").asText()).isEqualTo("2026-02-05");
    assertThat(line.path("days").asInt()).isEqualTo(31);
    assertThat(line.path("state").asText()).isEqualTo("beschlossen");
    String subject = "query=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    Long bodyId = world.ownCity().body(body).id();
    assertThat(find("query=b%C3%A4n+" + line.path("reference").asText().substring(0, 4) + "&body=" + bodyId)
        .path("papers")).hasSize(1);
    assertThat(find(subject + "+Parkhaus").path("papers")).isEmpty();
    assertThat(find("body=" + world.ownCity().body("Anderer Rat " + word).id()).path("papers")).isEmpty();
    assertThat(find(subject + "&from=2026-02-05&until=2026-02-05").path("papers")).hasSize(1);
    assertThat(find(subject + "&from=2026-02-06").path("papers")).isEmpty();
    assertThat(find(subject + "&until=2026-02-04").path("papers")).isEmpty();
  }

  @Test
  void aPaperThatIsNotPublicIsFoundOnlyByThoseWhoMayReadIt() {
    released(Map.of("visibility", "nonPublic", "nonPublicGround", "Grundstück")).result(body,
        "einstimmig zugestimmt");
    assertThat(find()).isEmpty();
    manager = people.browser("amtsleitung", "revision");
    assertThat(find()).hasSize(1);
  }

  @Test
  void aReopenedPaperIsNotFinishedUntilItEndsAgain() {
    PaperRun paper = released().result(body, "einstimmig zugestimmt");
    paper.correct(body, "vertagt", "Es war anders.");
    assertThat(find()).isEmpty();
    paper.withdraw("Es hat sich erledigt.");
    assertThat(find().path(0).path("state").asText()).isEqualTo("zurückgezogen");
  }

  @Test
  void whatEndedBeforeThereWasAListIsKeptAtTheNextStart() {
    PaperRun paper = released().result(body, "einstimmig zugestimmt");
    jdbc.update("delete from finished_paper where paper_id = ?", paper.id);
    assertThat(find()).isEmpty();
    clerk.onDay(DAY.plusYears(1));
    finished.keepEarlier();
    assertThat(find().path(0).path("finishedOn").asText()).isEqualTo("2026-02-05");
  }

  @Test
  void aLongListIsReadInPagesWithoutGapOrRepetition() {
    PaperRun paper = released().result(body, "einstimmig zugestimmt");
    String many = "viele" + word;
    new FinishedRuns(jdbc).copy(paper.id, many, 70, 10);
    List<Long> found = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      JsonNode page = find("query=" + URLEncoder.encode(many, StandardCharsets.UTF_8) + after);
      page.path("papers").forEach(line -> found.add(line.path("paperId").asLong()));
      after = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
      pages++;
    } while (after != null);
    assertThat(pages).isEqualTo(4);
    assertThat(found).hasSize(70).doesNotHaveDuplicates();
    assertThat(manager.get("/api/overview/finished?after=morgen").status()).isEqualTo(400);
  }

  private JsonNode tight(Person reader, Long paperId) {
    for (JsonNode one : reader.get("/api/overview").json().path("tight")) {
      if (one.path("paperId").asLong() == paperId) {
        return one;
      }
    }
    throw new AssertionError("no " + paperId);
  }

  @Test
  void aPaperThatWillMissItsDayIsNamedByItsNumberAloneToWhomMayNotReadIt() {
    PaperRun paper = world.ownCity().paper("Beschlussvorlage");
    JsonNode before = manager.get("/api/overview").json();
    jdbc.update("insert into paper_plan (paper_id, version, planned_on, deadline, slack_days, meets, sentence)"
        + " values (?, 1, ?, ?, -3, false, 'Zu spät.')", paper.id, DAY, DAY);
    JsonNode after = manager.get("/api/overview").json();
    assertThat(after.path("plans").path("missing").asInt() - before.path("plans").path("missing").asInt())
        .isEqualTo(1);
    JsonNode line = tight(manager, paper.id);
    assertThat(line.path("missing").asBoolean()).isTrue();
    assertThat(line.path("reference").asText()).isNotEmpty();
    assertThat(line.path("name").isNull()).isTrue();
    assertThat(tight(people.browser("amtsleitung", "revision"), paper.id).path("name").asText())
        .isEqualTo("Beschlussvorlage zum Prüfen");
    jdbc.update("update paper_plan set meets = true, slack_days = 7 where paper_id = ?", paper.id);
    assertThat(tight(manager, paper.id).path("missing").asBoolean()).isFalse();
  }

  @Test
  void eachStepIsMeasuredOnce() {
    released().result(body, "einstimmig zugestimmt");
    jdbc.update("update step_time_state set read_until = null");
    times.read();
    int measured = jdbc.queryForObject("select count(*) from step_time where process = 'paper'", Integer.class);
    assertThat(measured).isPositive();
    times.read();
    assertThat(jdbc.queryForObject("select count(*) from step_time where process = 'paper'", Integer.class))
        .isEqualTo(measured);
    assertThat(jdbc.queryForObject("select max(minutes) from step_time where activity = 'CallActivity_CommitteeRun'",
        Long.class)).isGreaterThan(30 * 24 * 60);
  }

  @Test
  void moreStepsThanAreReadAtOnceMayHaveEndedInOneMoment() {
    released().result(body, "einstimmig zugestimmt");
    LocalDateTime moment = LocalDateTime.of(2001, 5, 6, 7, 8, 9);
    String prefix = "at-once-" + word + "-";
    // As the engine writes what it has gone through.
    HistoricActivityInstance one = history.createHistoricActivityInstanceQuery().finished().activityType("userTask")
        .listPage(0, 1).get(0);
    for (int n = 0; n < 2500; n++) {
      jdbc.update("insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,"
          + " act_type_, start_time_, end_time_, duration_, act_inst_state_) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 60000, 0)",
          prefix + n, "at-once", one.getProcessDefinitionId(), "none", "none", one.getActivityId(), "userTask",
          moment, moment);
    }
    try {
      jdbc.update("update step_time_state set read_until = ?", moment.minusMinutes(1));
      times.read();
      times.read();
      assertThat(jdbc.queryForObject("select count(*) from step_time where process = 'at-once'", Integer.class))
          .isEqualTo(2500);
    } finally {
      jdbc.update("delete from act_hi_actinst where proc_def_key_ = 'at-once'");
      jdbc.update("delete from step_time where process = 'at-once'");
    }
  }

  @Test
  void onlyHeadsOfOfficesAndAdministratorsReadIt() {
    for (String address : List.of("/api/overview", "/api/overview/incidents", "/api/overview/finished")) {
      assertThat(people.browser("sachbearbeitung").get(address).status()).isEqualTo(403);
      assertThat(manager.get(address).status()).isEqualTo(200);
    }
  }
}

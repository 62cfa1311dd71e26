package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.support.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of funded projects: driven through the models and read back; what is wrong in a story is noticed. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class StoryReplayTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("cases");
  private static final String SEED = "einwanderung-gestalten-nrw";
  private static final Consumer<DrivenStory> NOTHING = driven -> { };

  @Autowired Replay replay;
  @Autowired ReplayCommand command;
  @Autowired StoryDocuments documents;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyFactOfTheFinalReportIsFound() {
    List<StoryRow> pages = new ArrayList<>();
    StoryReport report = replay.replay(story(SEED), driven -> pages.addAll(documents.pages(driven)));
    Stream<DynamicTest> facts = report.facts().stream()
        .map(fact -> DynamicTest.dynamicTest(fact.n() + " " + fact.text(), () -> {
          assertThat(fact.missing()).isNull();
          assertThat(fact.found()).isTrue();
          assertThat(fact.where()).isNotBlank();
          assertThat(fact.read()).isNotNull();
          assertThat(fact.assumed()).isEqualTo(fact.assumption() != null);
        }));
    return Stream.concat(facts, Stream.of(
        DynamicTest.dynamicTest("all of it", () -> {
          assertThat(report.deviations()).isEmpty();
          assertThat(report.warnings()).isEmpty();
          assertThat(report.status()).isEqualTo(Replayed.REPLAYED);
          assertThat(report.facts()).hasSize(48);
          assertThat(report.summary()).isEqualTo("48 von 48 Tatsachen gefunden");
          assertThat(report.projects()).extracting(StoryReport.ProjectLine::key)
              .containsExactlyInAnyOrder("einwanderung", "gemeinsam", "durchstarten", "kokip");
        }),
        DynamicTest.dynamicTest("what the source does not state is marked", () ->
            assertThat(report.facts().stream().filter(StoryReport.FactLine::assumed)
                .map(StoryReport.FactLine::n))
                .contains(4, 6, 7, 8, 9, 10, 21, 23, 24, 29, 32).doesNotContain(1, 20, 31)),
        DynamicTest.dynamicTest("computed days", () -> {
          assertPeriod(report, "Zuwendungsbescheid vom 10.04.2017: Ende der Rechtsbehelfsfrist", "2017-05-15");
          assertPeriod(report, "Verlängerungsbescheid vom 01.03.2019: Ende der Rechtsbehelfsfrist", "2019-04-04");
          assertPeriod(report, "Verwendungsnachweis, Stand 13.04.2017", "2019-09-30");
          assertPeriod(report, "Verwendungsnachweis, Stand 05.03.2019", "2020-06-30");
        }),
        DynamicTest.dynamicTest("the same days in the documents", () -> {
          assertPage(pages, "Fristenblatt zum Bescheid vom 10.04.2017", "15.05.2017");
          assertPage(pages, "Fristenblatt zum Bescheid vom 01.03.2019", "04.04.2019");
          assertPage(pages, "Verwendungsnachweis vom 15.06.2020", "30.06.2020");
        })));
  }

  private static void assertPeriod(StoryReport report, String period, String day) {
    assertThat(report.periods()).filteredOn(line -> line.period().equals(period)).singleElement().satisfies(line -> {
      assertThat(line.date()).isEqualTo(LocalDate.parse(day));
      assertThat(line.steps()).isNotEmpty();
      assertThat(line.ground()).isNotBlank();
    });
  }

  private static void assertPage(List<StoryRow> pages, String document, String text) {
    assertThat(pages).anySatisfy(page -> {
      assertThat(page.fields().get("document")).isEqualTo(document);
      assertThat(page.fields().get("text").toString()).contains(text);
    });
  }

  @ParameterizedTest
  @CsvSource({"willkommen-und-ankommen, EXTENSION_GAP", "digitale-quartiere, PASSED_ON_WITHOUT_CONSENT"})
  void theOtherStoriesReplayWithTheirFindings(String id, String finding) {
    StoryReport report = replay.replay(story(id), NOTHING);
    assertThat(report.deviations()).isEmpty();
    assertThat(report.facts()).filteredOn(fact -> !fact.found()).isEmpty();
    assertThat(report.status()).as("%s", report.warnings()).isEqualTo(Replayed.REPLAYED);
    assertThat(report.findings()).extracting(StoryReport.FindingLine::code).contains(finding);
  }

  /** Each date and each body is wrong in a story of its own; its facts still say what is right. */
  @Test
  void wrongDatesAndAMissingBodyAreNoticed() {
    StoryReport wrong = replay.replay(changed(SEED, story -> {
      station(event(story, "reference", "0554/2017"), "Rat").put("date", "2017-04-05");
      event(story, "decides", "EXTENSION").put("date", "2019-03-04");
      ArrayNode stations = (ArrayNode) event(story, "purpose", "FINAL_REPORT").path("stations");
      assertThat(stations.get(3).path("organization").asText()).isEqualTo("Jugendhilfeausschuss");
      stations.remove(3);
    }), NOTHING);
    assertThat(wrong.status()).isEqualTo(Replayed.DEVIATED);
    assertThat(wrong.facts()).filteredOn(fact -> !fact.found()).extracting(StoryReport.FactLine::n)
        .contains(5, 9, 10, 20, 25, 35, 36, 43);
    assertThat(wrong.facts()).filteredOn(fact -> fact.n() == 20).extracting(StoryReport.FactLine::missing)
        .singleElement().asString().contains("Di 04.04.2017", "2017-04-05");
    assertThat(wrong.facts()).filteredOn(StoryReport.FactLine::found).extracting(StoryReport.FactLine::n)
        .contains(6, 7, 8, 22, 30, 31, 33);
  }

  @Test
  void whatCannotHappenAsToldIsADeviation() {
    StoryReport report = replay.replay(changed("willkommen-und-ankommen", story -> {
      event(story, "event", "answer").put("finding", "PROOF_LATE");
      station(event(story, "purpose", "EXTENSION"), "Rat").put("date", "2018-12-24");
    }), NOTHING);
    assertThat(report.status()).isEqualTo(Replayed.DEVIATED);
    assertThat(report.deviations()).extracting(StoryReport.DeviationLine::actual)
        .anyMatch(actual -> actual.contains("PROOF_LATE"));
    assertThat(report.deviations()).extracting(StoryReport.DeviationLine::place).contains("/findings");
    assertThat(report.facts()).filteredOn(fact -> !fact.found()).extracting(StoryReport.FactLine::n).contains(2, 4);
  }

  /** What is found comes from the database and not from the story. */
  @Test
  void storedValuesThatAreChangedAreNoLongerFound() {
    StoryReport report = replay.replay(story("digitale-quartiere"), driven -> {
      jdbc.sql("update funding_notice set payment_kind = 'ADVANCE' where project_id = ?")
          .param(driven.project(null)).update();
      jdbc.sql("update funded_project set ended_on = date '2022-09-01' where id = ?")
          .param(driven.project(null)).update();
      jdbc.sql("update consultation set concluded_on = date '2020-11-27' where paper_id in"
          + " (select paper_id from project_paper where project_id = ?)").param(driven.project(null)).update();
      jdbc.sql("delete from finding where project_id = ? and code = 'SINGLE_ITEM_EXCEEDED'")
          .param(driven.project(null)).update();
    });
    assertThat(report.status()).isEqualTo(Replayed.DEVIATED);
    assertThat(report.facts()).filteredOn(fact -> !fact.found()).extracting(StoryReport.FactLine::n)
        .containsExactlyInAnyOrder(1, 4, 7);
    assertThat(report.deviations()).extracting(StoryReport.DeviationLine::field).contains("date", "codes");
  }

  @Test
  void aFactThatAsksForAnUnknownPropertyIsNotFound() {
    StoryReport report = replay.replay(changed("willkommen-und-ankommen", story -> ((ObjectNode) story.path("facts")
        .get(0).path("checks").get(0).path("expected")).put("colour", "red")), NOTHING);
    assertThat(report.facts().get(0).found()).isFalse();
    assertThat(report.facts().get(0).missing()).contains("„colour“", "approvalUntil");
  }

  @Test
  void rarerEventsAreDrivenToo() throws IOException {
    Path file = Files.writeString(folder.resolve("selten.json"), """
        {"id": "selten", "municipality": "Rheinfurt", "invented": true,
         "project": {"key": "p", "name": "Selten", "programme": "Irgendeines", "leadOffice": "Amt", "grantor": "Land",
           "plannedFrom": "2022-01-03", "plannedUntil": "2022-12-31"},
         "bodies": [{"name": "Amt", "kind": "Dienststelle"}],
         "events": [
          {"date": "2021-10-01", "event": "noPaper", "purpose": "PARTICIPATION", "ground": "laufende Verwaltung"},
          {"date": "2021-10-04", "event": "earlyStartApproval"},
          {"date": "2021-10-05", "event": "application"},
          {"date": "2022-02-07", "event": "notice", "decides": "GRANT", "approvalFrom": "2022-01-03",
           "approvalUntil": "2022-12-31", "limit": 5000},
          {"date": "2022-02-14", "event": "posting", "posted": "2022-02-09"},
          {"date": "2022-03-28", "event": "fundsCall", "amount": 3000, "paymentsUntil": "2022-05-20",
           "paidOn": "2022-04-04", "usedOn": "2022-06-13", "used": 2900},
          {"date": "2022-07-04", "event": "repaymentHearing", "until": "2022-08-01", "statement": "Wir erstatten."},
          {"date": "2022-08-08", "event": "notice", "decides": "REPAYMENT", "posted": "2022-08-08", "method": "LETTER",
           "entered": "2022-08-11", "years": {"2022": 100}},
          {"date": "2022-09-05", "event": "abort", "reason": "Der Bedarf ist entfallen."}],
         "facts": [
          {"n": 1, "text": "vorzeitiger Beginn", "checks": [
           {"of": "project", "expected": {"earlyStartApproved": "2021-10-04", "state": "ABORTED"}},
           {"of": "finding", "where": {"code": "EARLY_START"}, "count": 0}]},
          {"n": 2, "text": "Aufgabe zur Post", "checks": [
           {"of": "notice", "where": {"kind": "GRANT"}, "expected": {"posted": "2022-02-09", "postedAssumed": false}}]},
          {"n": 3, "text": "Abruf", "checks": [{"of": "fundsCall", "expected": {"used": 2900}}]}],
         "findings": ["NO_RESOLUTION", "POSTING_ASSUMED", "FUNDS_UNUSED"]}""");
    StoryReport report = replay.replay(read(file), NOTHING);
    assertThat(report.deviations()).isEmpty();
    assertThat(report.facts()).filteredOn(fact -> !fact.found()).isEmpty();
  }

  @Test
  void reportAndDocumentsAreWrittenForStoriesAndCasesAlike() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = command.run(List.of(CASES.resolve("koeln-kvonr10931.json").toString(),
        CASES.resolve("digitale-quartiere.json").toString(), "--documents", folder.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(exit).isEqualTo(ConsoleCommand.OK);
    JsonNode reports = JSON.readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(reports).hasSize(2);
    assertThat(reports.get(0).has("consultations")).isTrue();
    assertThat(reports.get(1).path("invented").asBoolean()).isTrue();
    assertThat(reports.get(1).path("facts")).allSatisfy(fact -> assertThat(fact.fieldNames()).toIterable()
        .contains("n", "text", "found", "where", "assumed"));
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written.map(path -> path.getFileName().toString())).anyMatch(name -> name.startsWith("001-koeln"))
          .anyMatch(name -> name.contains("Fristenblatt-zum-Bescheid-vom-15-02-2021"))
          .anyMatch(name -> name.contains("Abschlussbericht")).anyMatch(name -> name.contains("Anlage-1-Zieldatei"))
          .anyMatch(name -> name.contains("Verwendungsnachweis")).allMatch(name -> name.endsWith(".pdf"));
    }
  }

  @Test
  void aStoryThatFailsInTheMiddleEndsWhatItHasBegun() {
    long running = running();
    ProjectStory told = story("willkommen-und-ankommen");
    ProjectStory endless = new ProjectStory(told.id(), told.source(), told.note(), told.invented(), "Scheiterburg",
        LocalDate.MAX, told.project(), told.bodies(), told.events(), told.facts(), told.findings());
    assertThat(replay.replay(endless, NOTHING).status()).isEqualTo(Replayed.FAILED);
    assertThat(jdbc.sql("select count(*) from funded_project where municipality like 'Scheiterburg%'")
        .query(Long.class).single()).isPositive();
    assertThat(running()).isEqualTo(running);
  }

  @Test
  void aStoryThatFailsAfterwardsEndsWhatItHasBegun() {
    long running = running();
    assertThat(replay.replay(story("willkommen-und-ankommen"), driven -> {
      assertThat(running()).isGreaterThan(running);
      throw new IllegalStateException("The document cannot be written");
    }).status()).isEqualTo(Replayed.FAILED);
    assertThat(running()).isEqualTo(running);
  }

  private long running() {
    return jdbc.sql("select count(*) from act_ru_execution").query(Long.class).single();
  }

  private static ProjectStory story(String id) {
    return read(CASES.resolve(id + ".json"));
  }

  private static ProjectStory read(Path file) {
    return (ProjectStory) new CaseFiles().read(List.of(file)).get(0);
  }

  private ProjectStory changed(String id, Consumer<JsonNode> change) {
    try {
      JsonNode story = JSON.readTree(CASES.resolve(id + ".json").toFile());
      change.accept(story);
      return read(Files.write(folder.resolve(id + ".json"), JSON.writeValueAsBytes(story)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode event(JsonNode story, String field, String value) {
    for (JsonNode event : story.path("events")) {
      if (event.path(field).asText().equals(value)) {
        return (ObjectNode) event;
      }
    }
    throw new AssertionError("No event with " + field + " = " + value);
  }

  private static ObjectNode station(JsonNode paper, String organization) {
    for (JsonNode station : paper.path("stations")) {
      if (station.path("organization").asText().equals(organization)) {
        return (ObjectNode) station;
      }
    }
    throw new AssertionError("No station of " + organization);
  }
}

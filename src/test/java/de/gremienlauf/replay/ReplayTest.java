package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.support.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ReplayTest {

  private static final Path CASES = Path.of("cases");

  /** Cases in which a body meets again though no result said so; all others need no intervention. */
  private static final Map<String, Integer> INTERVENTIONS = Map.of("berlin-sz-0792-VI", 1, "frankfurt-V-817", 1,
      "koeln-2998-2017", 1, "luebeck-VO-2022-10755-06-01", 1);

  private static final Consumer<DrivenCase> NOTHING = driven -> { };
  static final Predicate<ReplayReport.Warning> LATE = warning -> warning.code().equals("LATE_SUBMISSION");

  @Autowired Replay replay;
  @Autowired ReplayCommand command;
  @Autowired JdbcClient jdbc;
  @Autowired Council council;
  @Autowired RepositoryService repository;

  @TestFactory
  Stream<DynamicTest> everyRecordedCaseReplays() {
    List<RecordedCase> cases = recordedCases();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(24);
    return cases.stream().map(recorded -> DynamicTest.dynamicTest(recorded.id(), () -> {
      ReplayReport report = replay.replay(recorded, false, NOTHING);
      assertThat(report.deviations()).isEmpty();
      assertThat(report.status()).as("%s", report.warnings()).isEqualTo(Replayed.REPLAYED);
      assertThat(report.warnings()).noneMatch(LATE);
      assertThat(report.interventions()).isEqualTo(INTERVENTIONS.getOrDefault(recorded.id(), 0));
      assertThat(report.consultations()).hasSameSizeAs(recorded.consultations());
      for (int i = 0; i < recorded.consultations().size(); i++) {
        RecordedCase.Entry entry = recorded.consultations().get(i);
        ReplayReport.ConsultationLine line = report.consultations().get(i);
        assertThat(line.organization()).isEqualTo(entry.organization());
        assertThat(line.result()).isEqualTo(entry.result());
        assertThat(line.dateAssigned()).isEqualTo(entry.date() == null);
        assertThat(line.taskId()).isNotNull();
        if (entry.date() != null) {
          assertThat(line.date()).isEqualTo(entry.date());
        }
      }
      assertThat(report.consultations().stream().map(ReplayReport.ConsultationLine::processInstanceId))
          .doesNotHaveDuplicates();
    }));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"consultation | concluded_on = date '2011-01-01' | date",
      "consultation | effect = 'NOTED' | effect", "consultation | run_ends = true | runEnds",
      "consultation | kind = 'NOTED' | kind", "consultation | state = 'DROPPED' | state",
      "consultation | task_id = 'x' | taskId", "agenda_item | result = 'zurückgestellt' | result",
      "agenda_item | vote_yes = 99, vote_outcome = 'ACCEPTED' | vote"})
  void aStoredValueThatIsChangedShowsAsADeviation(String table, String change, String field) {
    ReplayReport report = replay.replay(oneCase("berlin-mitte-0523-IV"), false, driven ->
        jdbc.sql("update " + table + " set " + change + " where "
                + (table.equals("consultation") ? "id" : "consultation_id") + " = ?")
            .param(driven.stations.get(1)).update());
    assertThat(report.status()).isEqualTo(Replayed.DEVIATED);
    assertThat(report.deviations()).anyMatch(deviation -> deviation.order() == 2 && deviation.field().equals(field));
  }

  @Test
  void aRenamedBodyShowsAsADeviation() {
    ReplayReport report = replay.replay(oneCase("berlin-mitte-0523-IV"), false, driven -> {
      Organization body = driven.entries.get(1).body();
      council.mailTo(new Organization(body.id(), body.municipality(), "Anderer Ausschuss", body.organizationType(),
          body.classification(), body.authorityLevel(), body.statutoryMembers(), body.candidateGroup(),
          body.startDate(), body.endDate(), body.successorId(), null), null);
    });
    assertThat(report.deviations()).extracting(ReplayReport.Deviation::field).contains("organization");
  }

  @Test
  void aTableThatTakesPostponementsForProgressNeedsMoreInterventions() throws IOException {
    RecordedCase recorded = oneCase("berlin-sz-0394-VI");
    int before = replay.replay(recorded, false, NOTHING).interventions();
    String table = Files.readString(Path.of("processes/paper/result-phrase.dmn"));
    String changed = table.replace("\"POSTPONED\"", "\"CONTINUE\"");
    assertThat(changed).isNotEqualTo(table);
    String deployment = repository.createDeployment().addString("processes/paper/result-phrase.dmn", changed)
        .deploy().getId();
    try {
      ReplayReport report = replay.replay(recorded, false, NOTHING);
      assertThat(report.status()).isEqualTo(Replayed.REPLAYED);
      assertThat(report.interventions()).isGreaterThan(before);
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void contradictionsAndUnknownPhrasesAreWarnedOf() {
    assertThat(codes("leverkusen-29002")).contains("VOTE_CONTRADICTS_RESULT");
    assertThat(codes("frankfurt-V-817")).contains("UNKNOWN_RESULT");
    assertThat(codes("berlin-mitte-0523-IV")).isEmpty();
  }

  @Test
  void theReportHasItsFieldsAndTheDocumentsAreWritten(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = command.run(List.of(CASES.resolve("koeln-kvonr10931.json").toString(), "--documents",
        folder.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
    String report = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).isEqualTo(ConsoleCommand.OK);
    assertThat(report).contains("\"id\"", "\"interventions\"", "\"dateAssigned\" : true", "\"unanimous\"",
        "\"against\" : [ \"CDU\", \"FDP\", \"pro Köln\", \"ein Ratsmitglied\" ]", "\"role\" : null");
    assertThat(folder.resolve("001-koeln-kvonr10931.pdf")).isRegularFile();
  }

  @Test
  void whoTakesNoteAfterTheDecisionIsForeseen(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("fall.json"), """
        {"municipality": "Kenntnisstadt", "paper": {"name": "Radweg"}, "consultations": [
          {"organization": "Bauausschuss", "date": "14.01.2020", "result": "empfohlen"},
          {"organization": "Rat", "date": "11.02.2020", "result": "beschlossen"},
          {"organization": "Umweltausschuss", "date": "18.02.2020", "result": "zur Kenntnis genommen"},
          {"organization": "Bauausschuss", "date": "25.02.2020", "result": "Kenntnis genommen"}]}""");
    ReplayReport report = replay.replay((RecordedCase) new CaseFiles().read(List.of(file)).get(0), false, NOTHING);
    assertThat(report.status()).isEqualTo(Replayed.REPLAYED);
    assertThat(report.interventions()).isZero();
  }

  @Test
  void whatIsPrintedOtherwiseIsTheSame(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("fall.json"), """
        {"municipality": "Zeilenstadt", "paper": {"name": "Bebauungsplan Nr. 12;\\n  hier: Satzungsbeschluss"},
         "consultations": [{"organization": "Bauausschuss", "date": "Januar 2020", "result": "einstimmig\\r\\nempfohlen"},
          {"organization": "Rat", "date": "Di, 11. Februar 2020, 16:30 Uhr", "result": "beschlossen"}]}""");
    RecordedCase recorded = (RecordedCase) new CaseFiles().read(List.of(file)).get(0);
    assertThat(recorded.name()).isEqualTo("Bebauungsplan Nr. 12; hier: Satzungsbeschluss");
    assertThat(recorded.consultations()).extracting(RecordedCase.Entry::date)
        .containsExactly(null, LocalDate.of(2020, 2, 11));
    assertThat(replay.replay(recorded, false, NOTHING).status()).isEqualTo(Replayed.REPLAYED);
  }

  @Test
  void aNumberIsReadAsText(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("fall.json"), """
        {"id": 4711, "municipality": "Zahlstadt", "paper": {"reference": 17242021, "name": 2030, "type": "Antrag"},
         "consultations": [{"organization": "Rat", "date": 2020, "result": "beschlossen"}]}""");
    RecordedCase recorded = (RecordedCase) new CaseFiles().read(List.of(file)).get(0);
    assertThat(recorded.id()).isEqualTo("4711");
    assertThat(recorded.name()).isEqualTo("2030");
    ReplayReport report = replay.replay(recorded, false, NOTHING);
    assertThat(report.status()).isEqualTo(Replayed.REPLAYED);
    assertThat(report.paper().reference()).isEqualTo("17242021");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"paper\":{},\"consultations\":[{\"organization\":\"Rat\",\"date\":\"31.02.2020\"}]} | /consultations/0/date",
      "{\"paper\":{},\"consultations\":[{\"date\":\"2020-01-01\"}]} | /consultations/0/organization",
      "{\"paper\":{},\"consultations\":{}} | /consultations",
      "{\"consultations\":[]} | /paper",
      "[{\"paper\":{},\"consultations\":[]}, 7] | /1",
      "{\"paper\":{\"type\":3},\"consultations\":[]} | /paper/type",
      "{\"paper\":{\"reference\":true},\"consultations\":[]} | /paper/reference",
      "{\"paper\":{\"reference\":[1]},\"consultations\":[]} | /paper/reference",
      "{\"paper\":{},\"consultations\":[{\"organization\":7}]} | /consultations/0/organization",
      "{\"paper\": | Zeile 1"})
  void faultyInputIsNamedWithFileAndPlace(String content, String place, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("fall.json"), content);
    PrintStream former = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThat(command.run(List.of(CASES.toString(), file.toString()), System.out))
          .isEqualTo(ConsoleCommand.REFUSED);
    } finally {
      System.setErr(former);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(file.toString()).contains(place);
  }

  @Test
  void missingFilesAndUnknownOptionsAreRefused() {
    assertThat(command.run(List.of("gibt-es-nicht.json"), System.out)).isEqualTo(ConsoleCommand.REFUSED);
    assertThat(command.run(List.of(), System.out)).isEqualTo(ConsoleCommand.REFUSED);
    assertThat(command.run(List.of("cases", "--unbekannt"), System.out)).isEqualTo(ConsoleCommand.REFUSED);
    assertThat(command.run(List.of("cases", "--models", "gibt-es-nicht"), System.out))
        .isEqualTo(ConsoleCommand.REFUSED);
  }

  private List<String> codes(String id) {
    return replay.replay(oneCase(id), false, NOTHING).warnings().stream().map(ReplayReport.Warning::code).toList();
  }

  private static RecordedCase oneCase(String id) {
    return (RecordedCase) new CaseFiles().read(List.of(CASES.resolve(id + ".json"))).get(0);
  }

  static List<RecordedCase> recordedCases() {
    return new CaseFiles().read(List.of(CASES)).stream().filter(RecordedCase.class::isInstance)
        .map(RecordedCase.class::cast).toList();
  }
}

package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code plan}: what it reads, what it writes, and that the published schemas say the same. */
class PlanCommandTest {

  private static final Path DOCS = Path.of("docs/planung");
  private static final Path EXAMPLE = DOCS.resolve("beispiel.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WorkingDays WORKING_DAYS = new WorkingDays();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(Path file) {
    return new PlanCommand().run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.US_ASCII));
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> recorded = Files.list(Path.of("src/test/resources/planning"))) {
      return Stream.concat(Stream.of(EXAMPLE), recorded.toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void requestsAndPlansAreAsTheSchemasSay(Path file) throws IOException {
    assertThat(schema("plan-request.schema.json").validate(JSON.readTree(file.toFile()))).isEmpty();
    int exitCode = run(file);
    JsonNode plan = JSON.readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(schema("plan.schema.json").validate(plan)).isEmpty();
    boolean possible = plan.has("earliest") && plan.path("meetsDeadline").asBoolean(true);
    assertThat(exitCode).isEqualTo(possible ? ConsoleCommand.OK : ConsoleCommand.DIFFERENCES);
  }

  @Test
  void everyGeneratedPlanIsAsTheSchemaSays() throws IOException {
    JsonSchema schema = schema("plan.schema.json");
    GeneratedCalendars calendars = new GeneratedCalendars(11, WORKING_DAYS);
    for (int n = 0; n < 300; n++) {
      Plan plan = new Planner(WORKING_DAYS).plan(calendars.request(5, 8, 120));
      assertThat(schema.validate(JSON.readTree(PlanCommand.json(new PlanCommand.Answer(plan, null))))).isEmpty();
    }
  }

  @Test
  void theExampleIsWorkedOutByHand() throws IOException {
    assertThat(run(EXAMPLE)).isEqualTo(ConsoleCommand.OK);
    JsonNode plan = JSON.readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(plan.path("ready").asText()).isEqualTo("2027-01-21");
    assertThat(plan.path("earliest").path("end").asText()).isEqualTo("2027-03-18");
    assertThat(plan.path("earliest").path("stations").path(0).path("cutoff").asText()).isEqualTo("12:00");
    assertThat(plan.path("forecast").path("probability").asDouble()).as("two bodies must not postpone, one may")
        .isBetween(0.55, 0.65);
    assertThat(plan.path("forecast").path("assumptions").path(0).asText()).contains("10000 zufällige Verläufe");
    assertThat(plan.path("critical")).extracting(JsonNode::asText).containsExactly("Bezirksvertretung Mitte", "Rat");
    assertThat(plan.path("sentences")).extracting(JsonNode::asText).containsExactly(
        "Die Entscheidung ist frühestens am Do 18.03.2027 möglich.",
        "Bezirksvertretung Mitte am 04.03.2027: abzugeben bis Do 18.02.2027, 12:00 Uhr, sonst erst am 15.04.2027.",
        "Integrationsrat am 09.02.2027: abzugeben bis Mo 25.01.2027, sonst erst am 09.03.2027.",
        "Rat am 18.03.2027: abzugeben bis Mo 01.03.2027, sonst erst am 06.05.2027.",
        "Jugendhilfeausschuss am 20.04.2027: abzugeben bis Di 06.04.2027; danach ist kein Weg mehr bekannt.",
        "Der Termin Mi 31.03.2027 ist zu halten: spätester Beginn ist Do 04.02.2027, Puffer 24 Tage, nach der"
            + " Entscheidung bleiben 13 Tage.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "{ | kein gültiges JSON",
      "[] | Die Datei ist kein JSON-Objekt",
      "{BODIES,SEQUENCE} | Die Datei braucht das Feld „start“",
      "{START,BODIES} | Die Datei braucht das Feld „sequence“",
      "{START,BODIES,SEQUENCE,'dedline':'2027-01-01'} | kennt das Feld „dedline“ nicht",
      "{START,BODIES,SEQUENCE,'distance':-1} | „/distance“ muss eine ganze Zahl von 0 bis 366 sein",
      "{START,BODIES,SEQUENCE,'coSigningDays':1.5} | „/coSigningDays“ muss eine ganze Zahl",
      "{START,BODIES,SEQUENCE,'deadline':'2327-01-01'} | „/deadline“ ist kein Tag",
      "{START,BODIES,SEQUENCE,'deadline':20270101} | „/deadline“ ist kein Tag",
      "{START,BODIES,SEQUENCE,'closedDays':'2027-01-01'} | „/closedDays“ muss eine Liste",
      "{START,BODIES,SEQUENCE,'recesses':[{'firstDay':'2027-01-01'}]} | „/recesses/0“ braucht das Feld „lastDay“",
      "{START,BODIES,SEQUENCE,'history':{'consultations':3}} | „/history“ braucht das Feld „postponements“",
      "{START,BODIES,'sequence':[]} | „/sequence“ muss eine Liste mit 1 bis 30 Einträgen sein",
      "{START,BODIES,'sequence':[{'body':'Rat','role':'BOSS','rank':1}]} | „/sequence/0/role“ muss eines sein von DECI",
      "{START,BODIES,'sequence':[{'body':'Rat','role':'DECISION'}]} | „/sequence/0“ braucht das Feld „rank“",
      "{START,SEQUENCE,'bodies':[{'name':' ','meetings':[]}]} | „/bodies/0/name“ muss ein Text sein",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[7],SUBMISSION}]} | „/bodies/0/meetings/0“ ist kein JSON",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[{'day':'2027-02-01','time':'25:00'}],SUBMISSION}]}"
          + " | Uhrzeit",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[{'day':'2027-02-01','special':1}],SUBMISSION}]} | true oder",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[{'day':'2027-02-01','cutoff':'12:00'}],SUBMISSION}]}"
          + " | „cutoff“",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[],'submission':{'days':1,'unit':'WEEKS'}}]} | WORKING_DAYS"})
  void faultsAreOneSentenceAndFaultsForTheSchemaToo(String content, String sentence, @TempDir Path folder)
      throws IOException {
    assertRefused(content, sentence, folder);
    if (!sentence.contains("gültiges")) {
      assertThat(schema("plan-request.schema.json").validate(JSON.readTree(written(content)))).isNotEmpty();
    }
  }

  /** What a schema cannot say. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "{START,BODIES,SEQUENCE,'start':'2027-01-01'} | kein gültiges JSON",
      "{START,BODIES,SEQUENCE,'deadline':'2027-02-30'} | „/deadline“ ist kein Tag des Kalenders",
      "{START,BODIES,SEQUENCE,'recesses':[{'firstDay':'2027-02-01','lastDay':'2027-01-01'}]} | endet, bevor es beginnt",
      "{START,BODIES,'sequence':[{'body':'Ritter','role':'NOTICE','rank':1}]} | das unter „bodies“ fehlt",
      "{START,BODIES,SEQUENCE,'history':{'consultations':3,'postponements':4}} | ist größer als „consultations“",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':['2027-02-01']}]} | „submissionDay“, weil das Gremium keine",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[]},{'name':'Rat','meetings':[]}]} | zum zweiten Mal",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':['2027-02-01','2027-02-01'],SUBMISSION}]} | am selben Tag",
      "{START,SEQUENCE,'bodies':[{'name':'Rat','meetings':[{'day':'2027-02-01','submissionDay':'2027-02-02'}]}]}"
          + " | liegt nach der Sitzung"})
  void otherFaultsAreOneSentence(String content, String sentence, @TempDir Path folder) throws IOException {
    assertRefused(content, sentence, folder);
  }

  private void assertRefused(String content, String sentence, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("anfrage.json"), written(content));
    assertThatThrownBy(() -> run(file)).isInstanceOf(BusinessException.class).hasMessageContaining(sentence)
        .message().endsWith(".").doesNotContain("\n");
    assertThat(out.size()).isZero();
  }

  private static String written(String content) {
    return content.replace("SUBMISSION", "'submission':{'days':1,'unit':'WORKING_DAYS'}")
        .replace("START", "'start':'2027-01-04'").replace("BODIES", "'bodies':[{'name':'Rat','meetings':[]}]")
        .replace("SEQUENCE", "'sequence':[{'body':'Rat','role':'DECISION','rank':1}]").replace('\'', '"');
  }

  @Test
  void whatIsNoFileIsSaid(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> run(folder.resolve("nichts"))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("gibt es nicht");
    Path image = Files.write(folder.resolve("bild"), new byte[] {(byte) 0xff, (byte) 0xd8});
    assertThatThrownBy(() -> run(image)).isInstanceOf(BusinessException.class).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> new PlanCommand().run(List.of(), new PrintStream(out)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("plan DATEI");
    Path marked = Files.writeString(folder.resolve("mit-bom.json"), "\uFEFF" + Files.readString(EXAMPLE));
    assertThat(run(marked)).isZero();
  }

  private static JsonSchema schema(String file) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(DOCS.resolve(file)));
  }
}

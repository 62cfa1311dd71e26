package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.document.BadFiles;
import de.gremienlauf.document.BadFiles.BadFile;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What nobody should get from a city does not come in, by whatever door it is tried. */
@IntegrationTest
class BadUploadTest {

  private static final byte[] TEXT = "Ein Text.".getBytes(StandardCharsets.UTF_8);

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired JdbcClient jdbc;

  private Person office;
  private String draft;
  private String released;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    office = people.browser("gremienbuero", "sachbearbeitung");
    draft = "/api/papers/" + world.city().paper("Beschlussvorlage").id;
    PaperRun paper = world.city().paper("Beschlussvorlage")
        .release(new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5)));
    released = "/api/papers/" + paper.id;
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  /** Every address that takes a file, as the application itself lists them. */
  private List<String> doors() {
    Answer first = office.upload(draft + "/attachments", "erste.txt", TEXT, Map.of());
    String attachment = first.json().path("attachments").get(0).path("id").asText();
    TreeSet<String> doors = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(mapping -> mapping.getKey().getConsumesCondition().getConsumableMediaTypes()
                .contains(MediaType.MULTIPART_FORM_DATA)
            || Stream.of(mapping.getValue().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class))
        .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(doors).contains("/api/papers/{id}/attachments", "/api/papers/{id}/attachments/{attachmentId}/versions",
        "/api/papers/{id}/supplement");
    return doors.stream().map(door -> door
            // Each paper takes what its state allows.
            .replace("/api/papers/{id}", door.endsWith("/supplement") ? released : draft)
            .replace("{attachmentId}", attachment))
        .peek(door -> assertThat(door).as("this test does not know how to reach it").doesNotContain("{"))
        .toList();
  }

  /** What any of the doors asks for beside the file. */
  private Map<String, String> fields() {
    return Map.of("name", "X", "reason", "Nachtrag", "version",
        office.get(draft + "/text").json().path("text").path("version").asText());
  }

  private List<Integer> stored() {
    return Stream.of("document", "attachment", "attachment_version", "paper_event")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Integer.class).single()).toList();
  }

  @Test
  void badFilesAreRefusedAtEveryDoorAndLeaveNothing() {
    List<String> doors = doors();
    Map<String, String> fields = fields();
    List<Integer> before = stored();
    for (Map.Entry<String, BadFile> bad : BadFiles.all().entrySet()) {
      BadFile file = bad.getValue();
      for (String door : doors) {
        Answer answer = office.upload(door, file.name(), file.content(), fields);
        assertThat(answer.status()).as("%s at %s: %s", bad.getKey(), door, answer).isEqualTo(400);
        assertThat(answer.message()).as("%s at %s", bad.getKey(), door).endsWith(".");
        if (door.startsWith(draft + "/attachments")) {
          assertThat(answer.message()).as("%s at %s", bad.getKey(), door).contains(file.refusal());
        }
      }
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeIsRefusedAtEveryDoorAndLeavesNothing() {
    byte[] large = BadFiles.large(51);
    List<String> doors = doors();
    Map<String, String> fields = fields();
    List<Integer> before = stored();
    for (String door : doors) {
      Answer answer = office.upload(door, "gross.txt", large, fields);
      assertThat(answer.status()).as(door).isBetween(400, 413);
      assertThat(answer.message()).as(door).contains("höchstens 50 MB");
    }
    Answer barely = office.upload(draft + "/attachments", "gross.txt", Arrays.copyOf(large, 50 * 1024 * 1024 + 1),
        fields);
    assertThat(barely.message()).contains("höchstens 50 MB");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void fiftyMegabytesComeIn() {
    byte[] limit = BadFiles.large(50);
    Answer answer = office.upload(draft + "/attachments", "gross.txt", limit, Map.of());
    assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    JsonNode file = answer.json().path("attachments").get(0);
    assertThat(file.path("size").asLong()).isEqualTo(limit.length);
    assertThat(office.get(draft + "/attachments/" + file.path("id").asText()).bytes()).isEqualTo(limit);
  }

  @Test
  void namesAreHarmlessWhateverTheyWere() {
    Map<String, String> names = Map.of(
        "../../etc/passwd.txt", "passwd.txt",
        "..\\\\..\\\\Windows\\\\win.txt", "win.txt",
        "Rech\u202Etxt.exe.txt", "Rechtxt.exe.txt",
        "NUL.txt", "Datei NUL.txt",
        "con.tar.txt", "Datei con.tar.txt",
        "Stra\u00DFe \u201ES\u00FCd\u201C.txt", "Stra\u00DFe \u201ES\u00FCd\u201C.txt",
        "a".repeat(300) + ".txt", "a".repeat(196) + ".txt");
    int number = 0;
    for (Map.Entry<String, String> name : names.entrySet()) {
      Answer answer = office.upload(draft + "/attachments", name.getKey(), new byte[] {'a', (byte) ('a' + number++)},
          Map.of());
      assertThat(answer.status()).as("%s: %s", name.getKey(), answer).isEqualTo(200);
      JsonNode last = answer.json().path("attachments").get(number - 1);
      assertThat(last.path("fileName").asText()).isEqualTo(name.getValue());
      Answer file = office.get(draft + "/attachments/" + last.path("id").asText());
      assertThat(file.header("Content-Disposition")).startsWith("attachment;").doesNotContain("..", "\\", "\n");
    }
  }

  @Test
  void aNameWithAnEndOfLineChangesNoHeader() {
    for (String name : List.of("a\r\nX-Evil: 1\r\n\r\n.txt", "a\u0000b.txt", "a\nb.txt")) {
      Answer answer = office.upload(draft + "/attachments", name, ("Text " + name.length()).getBytes(
          StandardCharsets.UTF_8), Map.of());
      if (answer.status() == 200) {
        JsonNode all = answer.json().path("attachments");
        JsonNode last = all.get(all.size() - 1);
        assertThat(last.path("fileName").asText()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(office.get(draft + "/attachments/" + last.path("id").asText()).header("X-Evil")).isNull();
      } else {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.message()).endsWith(".");
      }
    }
  }

  @Test
  void filesAreServedSoThatNothingInThemRuns() {
    Answer added = office.upload(draft + "/attachments", "Seite.txt",
        "Text <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(added.status()).as(added.toString()).isEqualTo(200);
    String file = draft + "/attachments/" + added.json().path("attachments").get(0).path("id").asText();
    Answer answer = office.get(file);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(office.get(file + "/preview").json().path("pages").asInt()).isZero();
    assertThat(office.get(file + "/preview/1").status()).isEqualTo(404);
  }
}

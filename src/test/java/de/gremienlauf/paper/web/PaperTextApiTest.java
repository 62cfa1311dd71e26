package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.NewPaper;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PaperTextApiTest {

  private static final String RICH = "<ol><li>Der Rat beschließt <strong>neue Bänke</strong>.</li><li>Zweitens.</li></ol>";
  private static final String TABLE = "<p>Weil es nötig ist.</p><table><thead><tr><th scope=\"col\">Jahr</th></tr></thead>"
      + "<tbody><tr><td>2026</td></tr></tbody></table>";

  @Autowired PaperWorld world;
  @Autowired Papers papers;
  @Autowired People people;
  @Autowired Clerk clerk;

  private PaperRun paper;

  private String path(String end) {
    return "/api/papers/" + paper.id + end;
  }

  private static Wish council() {
    return new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5));
  }

  private JsonNode save(Person person, String resolution, String reasons) {
    int version = person.get(path("/text")).json().path("text").path("version").asInt();
    Answer answer = person.put(path("/text"), Map.of("version", version,
        "parts", Map.of("RESOLUTION", resolution, "REASONS", reasons)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aTextGoesToWordAndComesBack() {
    paper = world.city().paper("Beschlussvorlage");
    Person person = people.browser("sachbearbeitung");
    save(person, RICH, TABLE);
    Answer file = person.get(path("/word"));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).contains("attachment", ".docx");
    save(person, "<p>Anderes</p>", "<p>Anderes</p>");

    Answer preview = person.upload(path("/word/preview"), "entwurf.docx", file.bytes(), Map.of());
    assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
    assertThat(preview.json().path("parts").findValuesAsText("change")).containsExactly("NEW", "NEW", "SAME", "SAME");
    assertThat(preview.json().path("parts").findValuesAsText("html")).startsWith(RICH, TABLE);
    assertThat(person.get(path("/text")).json().path("text").path("parts").findValuesAsText("html"))
        .startsWith("<p>Anderes</p>");

    String version = preview.json().path("version").asText();
    Answer taken = person.upload(path("/word"), "entwurf.docx", file.bytes(), Map.of("version", version));
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.json().path("text").path("parts").findValuesAsText("html")).startsWith(RICH, TABLE);
    assertThat(paper.details().resolutionPoints()).extracting("text")
        .containsExactly("Der Rat beschließt neue Bänke.", "Zweitens.");
    assertThat(paper.details().events().get(paper.details().events().size() - 1).text())
        .isEqualTo("Text aus der Word-Datei „entwurf.docx“ übernommen. Geändert: Beschlussvorschlag, Begründung.");

    Answer stale = person.upload(path("/word"), "entwurf.docx", file.bytes(), Map.of("version", version));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.message()).contains("von jemand anderem geändert");
  }

  @Test
  void theFormKeepsTheLookOfWhatItDoesNotChange() {
    paper = world.city().paper("Beschlussvorlage");
    Person person = people.browser("sachbearbeitung");
    save(person, RICH, TABLE);
    Map<String, Object> shown = new HashMap<>(clerk.fields(clerk.task(paper.process(), "Task_Draft")));
    assertThat(shown).containsEntry("formatted", "Beschlussvorschlag, Begründung")
        .containsEntry("resolution", "1. Der Rat beschließt neue Bänke.\n\n2. Zweitens.");

    paper.draft(Map.of("resolution", shown.get("resolution").toString().replace("\n", "\r\n"),
        "reasons", "Nur noch Worte.", "textVersion", shown.get("textVersion")));

    assertThat(person.get(path("/text")).json().path("text").path("parts").findValuesAsText("html"))
        .startsWith(RICH, "<p>Nur noch Worte.</p>");
  }

  @Test
  void anOnlyNumberIsPartOfTheWords() {
    paper = world.city().paper("Beschlussvorlage");
    Person person = people.browser("sachbearbeitung");
    save(person, "<ol><li>Nachtragssatzung wird beschlossen.</li></ol>", "<p>Weil.</p>");
    assertThat(paper.details().resolutionPoints()).extracting("text")
        .containsExactly("1. Nachtragssatzung wird beschlossen.");
    assertThat(person.get(path("/text")).json().path("text").path("parts").findValuesAsText("html"))
        .startsWith("<ol><li>Nachtragssatzung wird beschlossen.</li></ol>");
  }

  @Test
  void anotherSubjectInTheWordFileIsAChange() {
    Person person = people.browser("sachbearbeitung");
    City city = world.city();
    paper = city.run(papers.begin(new NewPaper(city.name, "Beschlussvorlage", "Neue Bänke", "V/50", null, null)));
    byte[] file = person.get(path("/word")).bytes();
    paper = city.paper("Beschlussvorlage");
    Object seen = clerk.fields(clerk.task(paper.process(), "Task_Draft")).get("textVersion");
    Answer taken = person.upload(path("/word"), "entwurf.docx", file, Map.of("version", seen.toString()));
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.json().path("text").path("subject").asText()).isEqualTo("Neue Bänke");
    assertThat(paper.details().events()).last().extracting("text")
        .isEqualTo("Text aus der Word-Datei „entwurf.docx“ übernommen. Geändert: Betreff.");

    assertThatThrownBy(() -> paper.draft(Map.of("textVersion", seen)))
        .hasMessageContaining("Der Text wurde inzwischen im Reiter „Text“ oder von jemand anderem geändert.");
    assertThat(paper.details().name()).isEqualTo("Neue Bänke");
  }

  @Test
  void anOlderFormOverwritesNothing() {
    paper = world.city().paper("Beschlussvorlage");
    Person person = people.browser("sachbearbeitung");
    Object seen = clerk.fields(clerk.task(paper.process(), "Task_Draft")).get("textVersion");
    save(person, RICH, TABLE);

    assertThatThrownBy(() -> paper.draft(Map.of("textVersion", seen)))
        .hasMessageContaining("Der Text wurde inzwischen im Reiter „Text“ oder von jemand anderem geändert.");
  }

  @Test
  void theTextIsForThoseWhoWriteItAndOnlyAsLongAsItIsADraft() {
    paper = world.city().paper("Beschlussvorlage");
    Person clerkPerson = people.browser("sachbearbeitung");
    byte[] file = clerkPerson.get(path("/word")).bytes();
    Person stranger = people.browser("mitzeichnung");
    assertThat(stranger.get(path("/word")).status()).isEqualTo(404);
    assertThat(stranger.get(path("/text")).status()).isEqualTo(404);
    Person reader = people.login(people.user("revision"), "cockpit");
    assertThat(reader.get(path("/text")).json().path("mayEdit").asBoolean()).isFalse();
    assertThat(reader.put(path("/text"), Map.of("version", 0, "parts", Map.of())).status()).isEqualTo(403);
    assertThat(reader.upload(path("/word"), "a.docx", file, Map.of("version", "0")).status()).isEqualTo(403);
    assertThat(reader.upload(path("/word/preview"), "a.docx", file, Map.of()).status()).isEqualTo(403);

    paper.draft(Map.of()).stations(council()).confirm().sign();
    Answer late = clerkPerson.upload(path("/word/preview"), "a.docx", file, Map.of());
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.message()).startsWith("Der Text kann nur geändert werden, solange die Vorlage ein Entwurf ist");
  }

  @Test
  void theHashThatIsSignedCoversTheLook() {
    Person person = people.browser("sachbearbeitung");
    paper = world.city().paper("Beschlussvorlage");
    save(person, RICH, "<p>Weil.</p>");
    paper.draft(Map.of("resolution", "1. Der Rat beschließt neue Bänke.\n\n2. Zweitens.", "reasons", "Weil.")).stations(council()).confirm().sign();
    String rich = paper.details().textHash();
    Answer word = person.get(path("/document?word=true"));
    assertThat(word.status()).as(word.toString()).isEqualTo(200);
    assertThat(word.header("Content-Disposition")).contains(".docx");
    assertThat(new String(word.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(person.get(path("/document?word=true&wording=1")).status()).isEqualTo(200);
    paper = world.city().paper("Beschlussvorlage");
    paper.draft(Map.of("resolution", "1. Der Rat beschließt neue Bänke.\n\n2. Zweitens.", "reasons", "Weil."))
        .stations(council()).confirm().sign();

    assertThat(rich).isNotEqualTo(paper.details().textHash());
  }
}

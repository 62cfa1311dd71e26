package de.gremienlauf.workplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.support.StatementCount;
import de.gremienlauf.support.StatementCount.Cost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class SearchTest {

  private static final List<String> CARRIERS =
      List.of("gremienbuero", "schriftfuehrung", "zeichnung", "revision", "camunda-admin");

  @Autowired People people;
  @Autowired Papers papers;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired Agenda agenda;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Autowired SearchIndex index;
  @Autowired Search search;
  @Autowired Projects projects;
  @Autowired TaskDriver driver;
  @Autowired StatementCount count;
  @Autowired PlatformTransactionManager transactions;

  private String office;
  private String word;

  @BeforeEach
  void words() {
    // A word that no other test knows; without "ae", which is found as "a" and so has no middle to look for.
    word = "x" + UUID.randomUUID().toString().replaceAll("[^a-df]", "") + "wort";
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private Long paper(String subject, String resolution, boolean nonPublic) {
    String name = "Amt " + office;
    if (council.find(council.ownMunicipality(), name).isEmpty()) {
      council.addOffice(council.ownMunicipality(), name, office);
    }
    Long id = papers.begin(new NewPaper(council.ownMunicipality(), "Beschlussvorlage", subject, name, null, null));
    Task task = tasks.createTaskQuery().taskDefinitionKey("Task_Draft").taskVariableValueEquals("subject", subject)
        .singleResult();
    tasks.complete(task.getId(), new HashMap<>(Map.of("subject", subject, "leadOffice", name,
        "visibility", nonPublic ? "nonPublic" : "public", "resolution", resolution,
        "nonPublicGround", "Grundstück")));
    return id;
  }

  private void release(Long id) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> papers.release(id));
  }

  static JsonNode search(Person person, String query) {
    return person.get("/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).json();
  }

  private static List<String> titles(JsonNode result) {
    List<String> titles = new ArrayList<>();
    result.path("hits").forEach(hit -> {
      StringBuilder title = new StringBuilder();
      hit.path("title").forEach(part -> title.append(part.path("text").asText()));
      titles.add(title.toString());
    });
    return titles;
  }

  @Test
  void aNonPublicWordIsFoundByWhoTakesPartOnly() {
    String subject = "Grundstück an der Mole " + word;
    Long id = paper(subject, "1. Der Kaufpreis für " + word + "geheim bleibt vertraulich.", true);
    release(id);
    Person owner = people.browser("sachbearbeitung", office);
    for (String query : List.of(word, word + "geheim", word + " Kaufpreis", papers.reference(id))) {
      assertThat(titles(search(owner, query))).as(query).containsExactly(subject);
      for (Person other : List.of(people.browser("sachbearbeitung"), people.browser("mitzeichnung"),
          people.browser("sachbearbeitung", "amt-anderes"),
          people.login(people.user("amtsleitung"), "cockpit"))) {
        JsonNode found = search(other, query);
        assertThat(found.path("total").asInt()).as(query).isZero();
        assertThat(found.path("more").asBoolean()).isFalse();
        assertThat(found.path("kinds")).isEmpty();
        assertThat(found.toString()).doesNotContain(word).doesNotContain("Kaufpreis");
      }
    }
    for (String carrier : CARRIERS) {
      assertThat(titles(search(people.login(people.user(carrier, "mitzeichnung"), "tasklist"), word))).as(carrier)
          .containsExactly(subject);
    }
    assertThat(people.stranger().get("/api/search?q=" + word).status()).isEqualTo(401);
  }

  @Test
  void aDraftIsFoundByItsOfficeAndAfterReleaseByEverybody() {
    String subject = "Spielplätze in Köln-Mülheim " + word;
    Long id = paper(subject, "1. Der Rat beschließt zwölf Schaukeln.", false);
    Person other = people.browser("mitzeichnung");
    assertThat(titles(search(other, word))).isEmpty();
    assertThat(titles(search(people.browser("sachbearbeitung", office), word))).containsExactly(subject);
    release(id);
    JsonNode found = search(other, "koeln muelheim SPIELPLATZE zwoelf schaukel " + word);
    assertThat(titles(found)).containsExactly(subject);
    JsonNode hit = found.path("hits").get(0);
    assertThat(hit.path("number").asText()).isEqualTo(papers.reference(id));
    assertThat(hit.path("type").asText()).isEqualTo("Beschlussvorlage");
    assertThat(hit.path("state").asText()).isEqualTo("in Beratung");
    assertThat(hit.path("link").asText()).isEqualTo("/vorgaenge/index.html#" + id);
    assertThat(hit.path("snippet").toString()).contains("{\"text\":\"zwölf\",\"marked\":true}");
    // What a title is made of is found in the middle of a word too.
    assertThat(titles(search(other, word.substring(2)))).containsExactly(subject);
  }

  @Test
  void whatOthersMayReadDoesNotHideTheOwn() {
    String subject = "Eigenes Grundstück " + word;
    paper(subject, "1. Eins.", true);
    Person owner = people.browser("sachbearbeitung", office);
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    Long foreign = paper("Fremdes Grundstück " + word, "1. Eins.", true);
    try {
      for (int i = 0; i < 1001; i++) {
        jdbc.sql("insert into search_entry (kind, target_id, everybody, title, entry_date, numbers, head, text_hash)"
                + " values ('PAPER', ?, false, 'Fremdes', ?, ' ', ?, 'x')")
            .params(foreign, LocalDate.of(2100, 1, 1), " " + word + " ").update();
      }
      JsonNode found = search(owner, word);
      assertThat(titles(found)).containsExactly(subject);
      assertThat(found.path("total").asInt()).isOne();
      assertThat(found.path("more").asBoolean()).isFalse();
    } finally {
      jdbc.sql("delete from search_entry where target_id = ? and title = 'Fremdes'").param(foreign).update();
    }
  }

  /** A word that stands in everything others keep to themselves: their number is not the number of statements. */
  @Test
  void rightsAreAskedForTogether() {
    String city = council.ownMunicipality();
    Organization own = council.addOffice(city, "Amt " + office, office);
    Organization foreign = council.addOffice(city, "Fremdes Amt " + office, "fremd-" + office);
    String reader = people.user("sachbearbeitung", office);
    Long led = draft(own);
    Long coSigned = draft(foreign);
    jdbc.sql("insert into co_signature (paper_id, organization_id, round_number, state, due_on)"
        + " values (?, ?, 1, 'REQUESTED', ?)").params(coSigned, own.id(), LocalDate.now()).update();
    List<Long> written = new ArrayList<>();
    driver.as(reader, () -> written.add(draft(foreign)));
    Long run = project(own);
    List<Long> readable = List.of(led, coSigned, written.get(0), run);
    draft(foreign);
    project(foreign);
    Cost few = searched(reader, readable, own);
    for (int i = 0; i < 20; i++) {
      draft(foreign);
      project(foreign);
    }
    assertThat(searched(reader, readable, own).statements()).isEqualTo(few.statements());
  }

  private Long draft(Organization lead) {
    return new TransactionTemplate(transactions).execute(status -> papers.create(new NewPaper(lead.municipality(),
        "Beschlussvorlage", "Entwurf " + word, lead.name(), null, null)));
  }

  private Long project(Organization lead) {
    return new TransactionTemplate(transactions).execute(status -> projects.create(new NewProject(lead.municipality(),
        null, "Projekt " + word, "Programm", null, null, lead.name(), null, null, null)));
  }

  private Cost searched(String reader, List<Long> readable, Organization office) {
    // Offices that were read a moment ago would not be asked for.
    council.mailTo(office, null);
    List<Long> found = new ArrayList<>();
    Cost cost = count.of(() -> driver.as(reader, () -> search.find(word, null, 1).hits()
        .forEach(hit -> found.add(hit.id()))));
    assertThat(found).containsExactlyInAnyOrderElementsOf(readable);
    return cost;
  }

  @Test
  void whatWasDecidedUrgentlyIsFoundByEverybodyIfItWasWordedInPublic() {
    String subject = "Eilige Brücke " + word;
    Long id = paper(subject, "1. Gesperrt wird " + word + "offen.", false);
    release(id);
    jdbc.sql("insert into wording (paper_id, wording_number, label, created_on) values (?, 2, ?, ?)")
        .params(id, "Dringlichkeitsentscheidung vom 05.01.2026", LocalDate.of(2026, 1, 5)).update();
    // As a body worded it behind closed doors.
    jdbc.sql("insert into resolution_point (wording, point_number, text) select id, 0, ? from wording"
        + " where paper_id = ? and wording_number = 2").params(word + "geheim", id).update();
    new TransactionTemplate(transactions).executeWithoutResult(status -> index.update(SearchKind.PAPER, List.of(id)));
    Person reader = people.browser("mitzeichnung");
    assertThat(titles(search(reader, word + "offen"))).containsExactly(subject);
    assertThat(titles(search(reader, word + "geheim"))).isEmpty();
  }

  @Test
  void whatIsOnlyTypedAboutAnItemIsNotForEverybody() {
    Organization body = council.addBody(council.ownMunicipality(), "Ausschuss " + word, null, null, null);
    Long meeting = meetings.ensure(body, LocalDate.now().plusDays(20), null).id();
    Long item = agenda.add(meeting, AgendaItemKind.MATTER, "Bänke " + word, true, null);
    jdbc.sql("update agenda_item set result = :typed, remark = :noted where id = :id")
        .param("typed", "beschlossen " + word + "typ").param("noted", word + "intern").param("id", item).update();
    new TransactionTemplate(transactions).executeWithoutResult(status -> index.update(SearchKind.ITEM, List.of(item)));
    Person reader = people.browser("mitzeichnung");
    Person auditor = people.login(people.user("revision", "mitzeichnung"), "tasklist");
    assertThat(titles(search(reader, "Bänke " + word))).containsExactly("Bänke " + word);
    assertThat(search(reader, "Bänke " + word).toString()).doesNotContain(word + "typ");
    for (String secret : List.of(word + "typ", word + "intern")) {
      assertThat(titles(search(reader, secret))).as(secret).isEmpty();
      assertThat(titles(search(auditor, secret))).as(secret).containsExactly("Bänke " + word);
    }
    jdbc.sql("update agenda_item set state = 'CONCLUDED' where id = ?").param(item).update();
    new TransactionTemplate(transactions).executeWithoutResult(status -> index.update(SearchKind.ITEM, List.of(item)));
    assertThat(titles(search(reader, word + "typ"))).containsExactly("Bänke " + word);
    assertThat(titles(search(reader, word + "intern"))).isEmpty();
  }

  @Test
  void aNumberOpensItsPaper() {
    String subject = "Zwei Nummern " + word;
    Long id = paper(subject, "1. Nichts.", false);
    release(id);
    String reference = papers.reference(id);
    // Another that only speaks of it.
    Long other = paper("Folgt auf " + word, "1. Wie in Vorlage " + reference + " beschlossen.", false);
    release(other);
    Person reader = people.browser("mitzeichnung");
    for (String query : List.of(reference, "Session-Nr. " + reference, "Vorlage " + reference.replaceFirst("^0+", ""))) {
      JsonNode found = search(reader, query);
      assertThat(found.path("direct").asText()).as(query).isEqualTo("/vorgaenge/index.html#" + id);
      assertThat(titles(found)).as(query).startsWith(subject).contains("Folgt auf " + word);
    }
    assertThat(search(reader, word).path("direct").isNull()).isTrue();
  }

  @Test
  void whatIsRolledBackIsNotFoundAndWhatChangesIsFoundAnew() {
    String subject = "Vorher " + word;
    Long id = paper(subject, "1. Eins.", false);
    release(id);
    Person reader = people.browser("mitzeichnung");
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      papers.returnToDraft(id, "Nie geschehen");
      papers.create(new NewPaper(council.ownMunicipality(), "Mitteilung", "Verworfen " + word, "Amt", null, null));
      status.setRollbackOnly();
    });
    assertThat(titles(search(people.browser("gremienbuero"), word))).containsExactly(subject);
    new TransactionTemplate(transactions).executeWithoutResult(status -> papers.close(id));
    assertThat(search(reader, word).path("hits").get(0).path("state").asText()).isNotEqualTo("in Beratung");
    assertThat(jdbc.sql("select count(*) from search_entry where kind = 'PAPER' and target_id = ?").param(id)
        .query(Integer.class).single()).isOne();
  }

  @Test
  void theIndexCanBeMadeAnew() {
    // Other tests copy papers by SQL, which nobody has indexed yet.
    index.rebuild();
    Long id = paper("Neu aufgenommen " + word, "1. Eins.", false);
    release(id);
    var before = jdbc.sql("select kind, target_id, everybody, title, head, text_hash from search_entry"
        + " order by kind, target_id, everybody").query().listOfRows();
    index.rebuild();
    assertThat(jdbc.sql("select kind, target_id, everybody, title, head, text_hash from search_entry"
        + " order by kind, target_id, everybody").query().listOfRows())
        .isEqualTo(before);
    assertThat(titles(search(people.browser("mitzeichnung"), word))).hasSize(1);
  }

  @Test
  void whateverIsTypedIsAnswered() {
    Person reader = people.browser("mitzeichnung");
    for (String query : List.of("", "%", "'; drop table paper; --", "a".repeat(5000), "„Gemeinsam klappt\u00B4s“",
        "\uD83D\uDE00", "(((", "1/2/3/4", "der die das und in zu den von mit sich auf für", "a b c d e f g h i j k l m")) {
      var answer = reader.get("/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
      assertThat(answer.status()).as(query + answer).isEqualTo(200);
    }
    assertThat(reader.get("/api/search?q=rat&page=99999").status()).isEqualTo(200);
    assertThat(reader.get("/api/search?q=rat&page=-1").status()).isEqualTo(200);
    assertThat(reader.get("/api/search?q=rat&kind=FALSCH").status()).isEqualTo(400);
    assertThat(reader.get("/api/search?q=rat&kind=PAPER").status()).isEqualTo(200);
  }
}

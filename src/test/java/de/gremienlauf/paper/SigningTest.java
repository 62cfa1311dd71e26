package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In which capacity people sign a paper, over HTTP: what is proposed, what is refused, what is kept. */
@IntegrationTest
class SigningTest {

  private static final LocalDate TODAY = LocalDate.of(2026, Month.FEBRUARY, 2);
  private static final String OFFICE = "V/50";

  @Autowired private PaperWorld world;
  @Autowired private UrgentWorld urgent;
  @Autowired private Papers papers;
  @Autowired private SigningRights rights;
  @Autowired private SignatureRepository signatures;
  @Autowired private Absences absences;
  @Autowired private People people;
  @Autowired private TaskDriver driver;
  @Autowired private Clerk clerk;

  private City city;

  @BeforeEach
  void aCity() {
    clerk.onDay(TODAY);
    city = world.city();
  }

  @AfterEach
  void resetClock() {
    EngineClock.reset();
  }

  /** May sign as a line says: capacity, represented ("-" for nobody), office ("*" for all), "allgemein" or nothing. */
  private String signatory(String authority) {
    String user = people.user(UserGroups.SIGNATORIES, UserGroups.CLERKS, UserGroups.CO_SIGNERS);
    if (!authority.isEmpty()) {
      String[] part = authority.split(" ");
      rights.add(new SigningAuthority(null, city.name, user, "Zeichnerin " + user, Capacity.valueOf(part[0]),
          part[1].equals("-") ? null : part[1], part[2].equals("*") ? null : part[2], part.length > 3, null,
          TODAY.plusDays(30)));
    }
    return user;
  }

  private PaperRun toSign() {
    return city.paper("Beschlussvorlage").draft(Map.of())
        .stations(new Wish("Rat", ConsultationRole.DECISION, 1, TODAY.plusDays(60))).confirm();
  }

  private Task task(PaperRun paper) {
    return clerk.task(paper.process(), "Task_Sign");
  }

  private static Answer claim(Person person, String task) {
    return person.post(person.engine() + "/task/" + task + "/claim", Map.of("userId", person.id));
  }

  private static Answer submit(Person person, String task, Map<String, Object> entered) {
    Map<String, Object> variables = new HashMap<>();
    entered.forEach((name, value) -> {
      Map<String, Object> variable = new HashMap<>();
      variable.put("value", value);
      variables.put(name, variable);
    });
    return person.post(person.engine() + "/task/" + task + "/submit-form", Map.of("variables", variables));
  }

  private static Map<String, Object> signing(String capacity, String represented) {
    Map<String, Object> entered = new HashMap<>(Map.of("decision", "SIGN", "signatory", "Beig. Muster",
        "capacity", capacity));
    entered.put("represented", represented);
    return entered;
  }

  private Person logIn(String user) {
    return people.login(user, "tasklist");
  }

  @Test
  void whatSomebodyMayDoForGoodIsProposedAndKeptWithTheText() {
    PaperRun paper = toSign();
    String task = task(paper).getId();
    Person person = logIn(signatory("IV OB-Reker " + OFFICE));
    assertThat(claim(person, task).status()).isEqualTo(204);
    JsonNode form = person.get(person.engine() + "/task/" + task + "/form-variables").json();
    assertThat(form.path("capacity").path("value").asText()).isEqualTo("IV");
    assertThat(form.path("represented").path("value").asText()).isEqualTo("OB-Reker");
    assertThat(form.path("signatory").path("value").asText()).isEqualTo("Zeichnerin " + person.id);

    assertThat(submit(person, task, Map.of("decision", "SIGN")).status()).as("as proposed").isEqualTo(204);
    clerk.runDueJobs();
    String hash = paper.details().textHash();
    assertThat(signatures.findOfPaper(paper.id)).singleElement().satisfies(signature -> {
      assertThat(signature.printed()).isEqualTo("gez. Zeichnerin " + person.id + " i. V. von OB-Reker");
      assertThat(signature.signedBy()).isEqualTo(person.id);
      assertThat(signature.textHash()).isEqualTo(hash).hasSize(64);
    });
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text).contains(
        "Gezeichnet: gez. Zeichnerin " + person.id + " i. V. von OB-Reker, Prüfsumme des Textes " + hash + ".");
  }

  @ParameterizedTest(name = "{0} signs {1} for {2}: {3}")
  @CsvSource(delimiter = '|', value = {
      "OWN - *         | OWN |    |",
      "OWN - *         | OWN | OB | Wer selbst zeichnet, vertritt niemanden",
      "OWN - *         | IV  | OB | i. V. diese Vorlage zu zeichnen; möglich ist: selbst.",
      "IV OB *         | IV  | OB |",
      "IV OB *         | IV  | die Oberbürgermeisterin |",
      "IV OB *         | IV  |    | Bitte geben Sie an, wen Sie vertreten.",
      "IV OB *         | IA  | OB | i. A. diese Vorlage zu zeichnen; möglich ist: i. V. von OB.",
      "IV OB *         | OWN |    | selbst diese Vorlage zu zeichnen; möglich ist: i. V. von OB.",
      "IV OB V/50      | IV  | OB |",
      "IV OB VI/61     | IV  | OB | ist keine Befugnis hinterlegt, diese Vorlage zu zeichnen, und keine Vertretung",
      "IA OB *         | IA  | OB |",
      "IA OB *         | IA  |    | Bitte geben Sie an, in wessen Auftrag Sie zeichnen.",
      "''              | OWN |    | ist keine Befugnis hinterlegt, diese Vorlage zu zeichnen, und keine Vertretung"})
  void theCapacityIsCheckedOnTheServer(String authority, String capacity, String represented, String refusal) {
    PaperRun paper = toSign();
    String task = task(paper).getId();
    Person person = logIn(signatory(authority));
    Answer answer = submit(person, task, signing(capacity, represented));
    if (refusal == null) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    } else {
      assertThat(answer.message()).contains(refusal);
      assertThat(signatures.findOfPaper(paper.id)).isEmpty();
    }
  }

  @Test
  void anAuthorityEndsWithItsValidity() {
    PaperRun paper = toSign();
    Person person = logIn(signatory("IV OB *"));
    EngineClock.set(TODAY.plusDays(31).atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    assertThat(submit(person, task(paper).getId(), signing("IV", "OB")).message()).contains("keine Befugnis");
  }

  @Test
  void theDeputyOfTodaySignsInTheirPlaceAndOnlyToday() {
    PaperRun paper = toSign();
    String task = task(paper).getId();
    String head = signatory("OWN - *");
    Person deputy = logIn(people.user(UserGroups.CO_SIGNERS));
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, head, deputy.id, null, TODAY, TODAY));
    assertThat(claim(deputy, task).status()).isEqualTo(204);
    JsonNode form = deputy.get(deputy.engine() + "/task/" + task + "/form-variables").json();
    assertThat(form.path("capacity").path("value").asText()).isEqualTo("IV");
    assertThat(form.path("represented").path("value").asText()).isEqualTo("Zeichnerin " + head);
    assertThat(submit(deputy, task, signing("OWN", null)).message()).contains("möglich ist: i. V. von Zeichnerin");
    EngineClock.set(TODAY.plusDays(1).atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    assertThat(submit(deputy, task, signing("IV", "OB")).message()).contains("keine Befugnis");
    EngineClock.set(TODAY.atTime(10, 0).atZone(EngineClock.BERLIN).toInstant());
    assertThat(submit(deputy, task, Map.of("decision", "SIGN")).status()).isEqualTo(204);
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
        .contains("„Vorlage zeichnen“ in Vertretung für Erika " + head + " erledigt.");
  }

  @Test
  void whoWroteOrCoSignedAPaperDoesNotSignIt() {
    String writer = signatory("IV OB *");
    String coSigner = signatory("IV OB *");
    String office = city.office("Kämmerei").id().toString();
    PaperRun paper = city.paper("Beschlussvorlage");
    driver.as(writer, () -> paper.draft(Map.of("coSigningOffices", List.of(office))));
    paper.stations(new Wish("Rat", ConsultationRole.DECISION, 1, TODAY.plusDays(60))).confirm();
    driver.as(coSigner, () -> clerk.complete(paper.process(), "Task_CoSign", Map.of("decision", "AGREED")));
    String task = task(paper).getId();
    String number = paper.details().reference();
    assertThat(submit(logIn(writer), task, signing("IV", "OB")).message()).isEqualTo("Erika " + writer
        + " hat die Vorlage " + number + " geschrieben und zeichnet sie deshalb nicht: Vier-Augen-Prinzip"
        + " (Geschäftsordnung der Verwaltung (angenommen)).");
    assertThat(submit(logIn(coSigner), task, signing("IV", "OB")).message()).startsWith("Erika " + coSigner
        + " hat die Vorlage " + number + " mitgezeichnet und zeichnet sie deshalb nicht");
    assertThat(submit(logIn(writer), task, Map.of("decision", "RETURN", "reason", "Zahlen fehlen")).status())
        .as("to give it back is no signature").isEqualTo(204);
  }

  @Test
  void whoWroteInTheTabOrUploadedTheTextDoesNotSignIt() {
    PaperRun paper = city.paper("Beschlussvorlage");
    Person writer = logIn(signatory("OWN - *"));
    Person uploader = logIn(signatory("OWN - *"));
    Person replacer = logIn(signatory("OWN - *"));
    Person helper = logIn(signatory("OWN - *"));
    String path = "/api/papers/" + paper.id;
    Answer written = writer.put(path + "/text", Map.of("version", 0, "parts", Map.of("REASONS", "<p>Weil.</p>")));
    assertThat(written.status()).as(written.toString()).isEqualTo(200);
    JsonNode uploaded = uploader.upload(path + "/attachments", "text.txt", "Text".getBytes(StandardCharsets.UTF_8),
        Map.of("mainText", "true")).json().path("attachments").get(0);
    assertThat(replacer.upload(path + "/attachments/" + uploaded.path("id").asText() + "/versions", "neu.txt",
        "Neu".getBytes(StandardCharsets.UTF_8), Map.of()).status()).isEqualTo(200);
    assertThat(helper.upload(path + "/attachments", "plan.txt", "Plan".getBytes(StandardCharsets.UTF_8), Map.of())
        .status()).isEqualTo(200);
    paper.draft(Map.of("reasons", "Weil.")).stations(new Wish("Rat", ConsultationRole.DECISION, 1, TODAY.plusDays(60)))
        .confirm();
    String task = task(paper).getId();
    for (Person person : List.of(writer, uploader, replacer)) {
      assertThat(submit(person, task, signing("OWN", null)).message()).startsWith("Erika " + person.id
          + " hat die Vorlage " + paper.details().reference() + " geschrieben und zeichnet sie deshalb nicht");
    }
    assertThat(submit(helper, task, signing("OWN", null)).status()).as("an attachment is no text").isEqualTo(204);
  }

  @Test
  void whoTookAWordFileOverDoesNotSignThePaper() {
    Long paper = papers.begin(new NewPaper(city.name, "Beschlussvorlage", "Neue Bänke", "V/50", null, null));
    Person writer = logIn(signatory("OWN - *"));
    byte[] file = writer.get("/api/papers/" + paper + "/word").bytes();
    PaperRun other = city.paper("Beschlussvorlage");
    Answer taken = writer.upload("/api/papers/" + other.id + "/word", "entwurf.docx", file, Map.of("version", "0"));
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    other.draft(Map.of()).stations(new Wish("Rat", ConsultationRole.DECISION, 1, TODAY.plusDays(60))).confirm();
    assertThat(submit(writer, task(other).getId(), signing("OWN", null)).message()).contains("Vier-Augen-Prinzip");
  }

  @ParameterizedTest(name = "{0} signs an urgent decision {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      "OWN - *              | OWN |",
      "IV OB * allgemein    | IV  |",
      "IV OB *              | IV  | ist keine Befugnis hinterlegt, eine Dringlichkeitsentscheidung zu unterzeichnen",
      "IA OB *              | IV  | ist keine Befugnis hinterlegt, eine Dringlichkeitsentscheidung zu unterzeichnen"})
  void urgentDecisionsAreForTheHeadAndTheGeneralDeputy(String authority, String capacity, String refusal) {
    city = urgent.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Rat", ConsultationRole.DECISION, 1, TODAY.plusDays(60)));
    urgent.begin(paper, "COUNCIL", null, TODAY.plusDays(5), null);
    Person person = logIn(signatory(authority));
    Answer answer = submit(person, urgent.task(paper, "Task_SignFirst").getId(),
        signing(capacity, capacity.equals("IV") ? "OB Haupt" : null));
    if (refusal == null) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
      assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
          .anyMatch(text -> text.startsWith("Dringlichkeitsentscheidung unterzeichnet: gez. Beig. Muster")
              && text.contains(paper.details().textHash()));
    } else {
      assertThat(answer.message()).contains(refusal);
    }
  }
}

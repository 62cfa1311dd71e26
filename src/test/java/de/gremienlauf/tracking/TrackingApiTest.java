package de.gremienlauf.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
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
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which resolutions and forgotten papers, and what the annual report of a body says. */
@IntegrationTest
class TrackingApiTest {

  private static final LocalDate RELEASE = LocalDate.of(2026, 1, 5);
  private static final LocalDate MEETING = LocalDate.of(2026, 1, 20);

  @Autowired PaperWorld world;
  @Autowired TrackingTasks tracking;
  @Autowired ResolutionDutyRepository rows;
  @Autowired Council council;
  @Autowired People people;
  @Autowired Clerk clerk;

  private String body;
  private String office;
  private String group;

  @BeforeEach
  void foundAnOfficeAndABody() {
    clerk.onDay(RELEASE);
    String own = UUID.randomUUID().toString().substring(0, 8);
    body = "Beirat " + own;
    office = "Amt " + own;
    group = "amt-" + own;
    council.addOffice(council.ownMunicipality(), office, group);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private PaperRun paper(Map<String, Object> more, String result) {
    clerk.onDay(RELEASE);
    Map<String, Object> draft = new HashMap<>(Map.of("leadOffice", office));
    draft.putAll(more);
    return world.ownCity().paper("Beschlussvorlage").draft(draft)
        .stations(new Wish(body, ConsultationRole.DECISION, 1, MEETING)).confirm().sign().result(body, result);
  }

  private PaperRun secret(String result) {
    return paper(Map.of("visibility", "nonPublic", "nonPublicGround", "Grundstück"), result);
  }

  private List<Long> seen(Person person, String list, PaperRun... of) {
    JsonNode page = person.get("/api/resolutions").json();
    List<Long> ids = List.of(of).stream().map(paper -> paper.id).toList();
    return StreamSupport.stream(page.path(list).spliterator(), false).map(one -> one.path("paperId").asLong())
        .filter(ids::contains).toList();
  }

  @Test
  void everybodySeesTheOwnOfficeAndOverseersAll() {
    PaperRun open = paper(Map.of(), "beschlossen");
    PaperRun secret = secret("beschlossen");
    assertThat(seen(people.browser("sachbearbeitung", group), "duties", open, secret))
        .containsExactlyInAnyOrder(open.id, secret.id);
    assertThat(seen(people.browser("gremienbuero"), "duties", open, secret))
        .containsExactlyInAnyOrder(open.id, secret.id);
    Person manager = people.login(people.user("amtsleitung"), "cockpit");
    assertThat(seen(manager, "duties", open, secret)).as("not what is not public").containsExactly(open.id);
    assertThat(seen(people.browser("sachbearbeitung", "anderes-amt"), "duties", open, secret)).isEmpty();
    assertThat(people.browser("sachbearbeitung").get("/api/resolutions").json().path("bodies")).isEmpty();
    assertThat(manager.get("/api/resolutions").json().path("bodies").findValuesAsText("name")).contains(body);
  }

  private PaperRun due(String day) {
    PaperRun paper = paper(Map.of(), "beschlossen");
    clerk.complete(tracking.task(paper, "Task_PlanImplementation"), Map.of("implementation", "IMPLEMENT",
        "dueOn", day, "publicDuty", true));
    return paper;
  }

  @Test
  void whatEndsIsListedForAYearHoweverLongAgoItWasDecided() {
    PaperRun done = due("30.09.2026");
    PaperRun obsolete = due("31.03.2027");
    clerk.onDay(LocalDate.of(2027, 3, 1));
    clerk.complete(tracking.task(done, "Task_ReportImplementation"), Map.of("outcome", "DONE", "doneOn", "26.02.2027",
        "evidence", "Abnahme vom 26.02.2027"));
    clerk.complete(tracking.task(obsolete, "Task_ReportImplementation"), Map.of("outcome", "OBSOLETE",
        "reason", "Die Förderung blieb aus"));
    Person clerkOfOffice = people.browser("sachbearbeitung", group);
    assertThat(seen(clerkOfOffice, "duties", done, obsolete)).containsExactlyInAnyOrder(done.id, obsolete.id);
    clerk.onDay(LocalDate.of(2028, 2, 26));
    assertThat(seen(clerkOfOffice, "duties", done)).containsExactly(done.id);
    clerk.onDay(LocalDate.of(2028, 2, 27));
    assertThat(seen(clerkOfOffice, "duties", done)).isEmpty();
  }

  @Test
  void manyOfOtherOfficesHideNoneOfTheOwnAndWhatHasNoDateComesLast() {
    PaperRun undated = paper(Map.of(), "beschlossen");
    PaperRun late = due("30.09.2026");
    PaperRun early = due("31.08.2026");
    Long any = rows.findByPaperIdOrderById(early.id).get(0).id;
    String otherOffice = "Anderes " + office;
    council.addOffice(council.ownMunicipality(), otherOffice, "anderes-" + group);
    List<ResolutionDuty> others = IntStream.range(0, 300).mapToObj(number -> {
      ResolutionDuty other = rows.findById(any).orElseThrow();
      other.id = null;
      other.version = 0;
      other.office = otherOffice;
      other.dueOn = RELEASE;
      other.processInstanceId = null;
      return other;
    }).toList();
    List<ResolutionDuty> stored = rows.saveAll(others);
    try {
      assertThat(seen(people.browser("sachbearbeitung", group), "duties", undated, late, early))
          .containsExactly(early.id, late.id, undated.id);
    } finally {
      rows.deleteAll(stored);
    }
  }

  @Test
  void thePaperTellsWhatFollowsFromIt() {
    PaperRun open = paper(Map.of(), "beschlossen");
    clerk.complete(tracking.task(open, "Task_PlanImplementation"), Map.of("implementation", "IMPLEMENT",
        "dueOn", "30.09.2026", "publicDuty", false));
    JsonNode told = people.browser("sachbearbeitung", group).get("/api/papers/" + open.id + "/resolutions").json();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("dueOn").asText()).isEqualTo("2026-09-30");
    assertThat(told.get(0).path("stateLabel").asText()).isEqualTo("offen");
    Answer stranger = people.browser("mitzeichnung").get("/api/papers/" + open.id + "/resolutions");
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.json()).as("internal").isEmpty();
    assertThat(people.browser("mitzeichnung").get("/api/papers/" + secret("beschlossen").id + "/resolutions").status())
        .isEqualTo(404);
  }

  @Test
  void forgottenPapersAreListedForWhomTheyConcern() {
    PaperRun open = paper(Map.of(), "vertagt");
    PaperRun secret = secret("vertagt");
    clerk.onDay(MEETING.plusDays(89));
    Person clerkOfOffice = people.browser("sachbearbeitung", group);
    assertThat(seen(clerkOfOffice, "forgotten", open, secret)).isEmpty();
    clerk.onDay(MEETING.plusDays(90));
    assertThat(seen(clerkOfOffice, "forgotten", open, secret)).containsExactlyInAnyOrder(open.id, secret.id);
    assertThat(seen(people.login(people.user("amtsleitung"), "cockpit"), "forgotten", open, secret))
        .containsExactly(open.id);
    assertThat(seen(people.browser("sachbearbeitung", "anderes-amt"), "forgotten", open, secret)).isEmpty();
  }

  @Test
  void theAnnualReportNamesWhatIsPublicAndWhatIsNot() throws IOException {
    PaperRun open = paper(Map.of("subject", "Spielplatz am Ring"), "beschlossen");
    clerk.complete(tracking.task(open, "Task_PlanImplementation"), Map.of("implementation", "IMPLEMENT",
        "dueOn", "31.01.2026", "publicDuty", true));
    PaperRun secret = paper(Map.of("subject", "Ankauf Lindenweg", "visibility", "nonPublic", "nonPublicGround",
        "Grundstück"), "beschlossen");
    clerk.complete(tracking.task(secret, "Task_PlanImplementation"), Map.of("implementation", "NONE",
        "reason", "Bereits vollzogen"));
    clerk.onDay(LocalDate.of(2026, 2, 10));
    Long id = council.find(council.ownMunicipality(), body).orElseThrow().id();
    String address = "/api/organizations/" + id + "/resolutions/report?year=2026&publicVersion=";
    Person office = people.browser("gremienbuero");
    Answer publicly = office.get(address + "true");
    assertThat(publicly.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(text(publicly)).contains("Beschlusskontrolle", body + " 2026", "öffentlich", "Spielplatz",
        "überfällig", "Beschlüsse: 1").doesNotContain("Lindenweg");
    assertThat(text(office.get(address + "false"))).contains("intern", "Lindenweg", "Bereits vollzogen",
        "Beschlüsse: 2");
    assertThat(text(people.login(people.user("amtsleitung"), "cockpit").get(address + "false")))
        .contains("Spielplatz").doesNotContain("Lindenweg");
    assertThat(people.browser("sachbearbeitung", group).get(address + "true").status()).isEqualTo(403);
    assertThat(office.get("/api/organizations/" + id + "/resolutions/report?year=2030").message())
        .isEqualTo("Bitte wählen Sie ein Jahr, das schon begonnen hat.");
  }

  private static String text(Answer answer) throws IOException {
    try (PDDocument document = Loader.loadPDF(answer.bytes())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s\u00A0]+", " ");
    }
  }
}

package de.gremienlauf.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.overview.process.StepTimesReader;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.GermanWords;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A head of office looks into Cockpit, as the handbook says: what is late, who has it, how long things take. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CockpitBrowserTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 5);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 5);

  /** The texts of what this product adds, but for names that other tests have chosen. */
  private static final String TEXTS = """
      (node, others) => {
        const texts = [];
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement.closest(others)) {
            texts.push(walker.currentNode.data);
          }
        }
        return texts;
      }""";

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired StepTimesReader times;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private String word;
  private String body;
  private TestBrowser browser;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void startBrowser() {
    browser = TestBrowser.start(port);
  }

  @AfterAll
  void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void begin() {
    word = "Bank" + UUID.randomUUID().toString().substring(0, 8);
    body = "Rat der Bänke " + UUID.randomUUID().toString().substring(0, 8);
    clerk.onDay(LocalDate.of(2026, 1, 5));
    context = browser.login(people.user("amtsleitung"), People.PASSWORD);
    page = context.newPage();
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
    context.close();
  }

  private PaperRun released() {
    return world.ownCity().paper("Beschlussvorlage").draft(Map.of("subject", word))
        .stations(new Wish(body, ConsultationRole.DECISION, 1, FIRST)).confirm().sign();
  }

  private void open(String address) {
    page.navigate("about:blank");
    page.navigate("/camunda/app/cockpit/default/#" + address);
  }

  private void tab(String name) {
    page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(name)).first().click();
  }

  private Locator content(String text) {
    return page.locator(".gl-view").getByText(text, new Locator.GetByTextOptions().setExact(false)).first();
  }

  @SuppressWarnings("unchecked")
  private void look(String name, String others) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    TestBrowser.assertAccessible(page, ".gl-view");
    List<String> texts = (List<String>) page.locator(".gl-view").first().evaluate(TEXTS, others);
    assertFalse(texts.isEmpty());
    texts.forEach(text -> assertEquals(List.of(), GermanWords.unknown(text), text));
  }

  @Test
  void theDashboardSaysWhatIsUnderWayAndLate() {
    PaperRun late = released();
    clerk.onDay(FIRST.plusDays(6));
    jdbc.update("delete from paper_plan where paper_id = ?", late.id);
    jdbc.update("insert into paper_plan (paper_id, version, planned_on, earliest_end, deadline, slack_days, meets,"
        + " critical, sentence) values (?, 1, ?, ?, ?, ?, ?, ?, ?)", late.id, FIRST, SECOND, FIRST, -28, false, body,
        "Die Frist wird nicht gehalten.");
    open("/dashboard");
    assertThat(page.locator(".gl-overview")).containsText("Übersicht am 11.02.2026");
    assertThat(page.locator(".gl-tile", new Page.LocatorOptions().setHasText("ihren Termin")))
        .hasClass("gl-tile gl-tile-late");
    Locator row = page.locator(".gl-overview tr", new Page.LocatorOptions().setHasText(word));
    assertThat(row).containsText("−28 Tage");
    assertThat(row).containsText("Die Frist wird nicht gehalten.");
    assertThat(page.locator(".gl-bars tr", new Page.LocatorOptions().setHasText(body)))
        .containsText("1 ohne Ergebnis nach der Sitzung");
    assertThat(content("Ergebnis erfassen")).isVisible();
    look("cockpit-uebersicht", "tbody, option");
    clerk.onDay(FIRST);
    late.result(body, "einstimmig zugestimmt");
    open("/dashboard");
    assertThat(page.locator(".gl-overview")).containsText("Die Hälfte der Vorlagen war nach");
    assertThat(page.locator(".gl-overview tr", new Page.LocatorOptions().setHasText(word))).hasCount(0);
  }

  @Test
  void theTabsOfAnInstanceShowPlanAndCourse() {
    PaperRun paper = released();
    world.ownCity().body(body, SECOND);
    paper.result(body, "vertagt");
    open("/process-instance/" + paper.process() + "/runtime");
    tab("Beratungsfolge");
    Locator row = page.locator(".gl-view tr", new Page.LocatorOptions().setHasText("28 Tage später"));
    assertThat(row).containsText("05.02.2026");
    assertThat(row).containsText("05.03.2026");
    look("cockpit-beratungsfolge", "details");
    tab("Zeitleiste");
    assertThat(content("Wo der Vorgang steht")).isVisible();
    assertThat(page.locator(".gl-timeline li").first()).isVisible();
    tab("Dokumente");
    assertThat(content("Vorlage als PDF")).isVisible();
    assertThat(content("Die Vorlage hat keine Anlagen.")).isVisible();
    tab("Verlauf");
    Locator step = page.locator(".gl-view tr", new Page.LocatorOptions().setHasText("Vorlage zeichnen"));
    assertThat(step.first()).containsText("Aufgabe");
    look("cockpit-verlauf", "no-names");
  }

  @Test
  void aPaperThatIsNotPublicStaysClosed() {
    PaperRun paper = world.ownCity().paper("Beschlussvorlage").draft(Map.of("subject", word, "visibility", "nonPublic",
        "nonPublicGround", "Grundstück"));
    open("/process-instance/" + paper.process() + "/runtime");
    tab("Beratungsfolge");
    assertThat(content("Diese Vorlage gibt es nicht.")).isVisible();
    assertThat(page.locator("body")).not().containsText(word);
  }

  @Test
  void finishedPapersAreFound() {
    released().result(body, "einstimmig zugestimmt");
    open("/dashboard");
    page.locator("a", new Page.LocatorOptions().setHasText("Abgeschlossene Vorlagen")).first().click();
    page.getByLabel("Nummer oder Wörter des Betreffs").fill(word.substring(0, word.length() - 1));
    page.getByText("Suchen").first().click();
    assertThat(content("Eine Vorlage gefunden.")).isVisible();
    Locator row = page.locator(".gl-view tr", new Page.LocatorOptions().setHasText(word));
    assertThat(row).containsText(body);
    assertThat(row).containsText("31 Tage");
    look("cockpit-abgeschlossen", "tbody, option");
    page.getByLabel("Abgeschlossen ab").fill("06.02.2026");
    page.getByText("Suchen").first().click();
    assertThat(content("Es ist keine solche Vorlage abgeschlossen.")).isVisible();
  }

  @Test
  void theModelShowsWherePapersWaitAndHowLong() {
    PaperRun paper = released();
    clerk.onDay(FIRST);
    paper.result(body, "einstimmig zugestimmt");
    released();
    jdbc.update("update step_time_state set read_until = null");
    times.read();
    open("/process-definition/" + paperModel() + "/runtime");
    tab("Wartezeiten");
    assertThat(content("Wo jetzt etwas wartet")).isVisible();
    assertThat(page.locator(".gl-bars tr", new Page.LocatorOptions().setHasText("neun von zehn binnen")).first())
        .isVisible();
    assertThat(page.locator(".djs-element.gl-warm-1").first()).isVisible();
    look("cockpit-wartezeiten", "no-names");
  }

  private String paperModel() {
    return clerk.instance(world.ownCity().paper("Beschlussvorlage").process()).getProcessDefinitionId();
  }
}

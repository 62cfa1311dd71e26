package de.gremienlauf.tracking.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import de.gremienlauf.tracking.TrackingTasks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the resolutions and the part of a paper's page about them, as the Gremienbüro has them before it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackingPageBrowserTest {

  private static final LocalDate RELEASE = LocalDate.of(2026, 1, 5);
  private static final LocalDate MEETING = LocalDate.of(2026, 1, 20);

  @Autowired PaperWorld world;
  @Autowired TrackingTasks tracking;
  @Autowired People people;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;

  @BeforeAll
  void startBrowser() {
    browser = TestBrowser.start(port);
    people.user("camunda-admin");
  }

  @AfterAll
  void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private PaperRun paper(String subject, String body, String result) {
    clerk.onDay(RELEASE);
    return world.ownCity().paper("Beschlussvorlage").draft(Map.of("subject", subject))
        .stations(new Wish(body, ConsultationRole.DECISION, 1, MEETING)).confirm().sign().result(body, result);
  }

  private static Locator row(Page page, PaperRun paper) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(paper.details().reference()));
  }

  @Test
  void theOfficeSeesWhatIsOpenOverdueDoneAndForgotten() {
    PaperRun overdue = paper("Spielplatz am Ring", "Bauausschuss", "beschlossen");
    clerk.complete(tracking.task(overdue, "Task_PlanImplementation"), Map.of("implementation", "IMPLEMENT",
        "dueOn", "31.03.2026", "intervalMonths", 1, "publicDuty", true));
    clerk.onDay(LocalDate.of(2026, 2, 20));
    clerk.complete(tracking.task(overdue, "Task_GiveReport"), Map.of("report", "Die Geräte sind bestellt."));
    PaperRun done = paper("Beleuchtung am Markt", "Bauausschuss", "beschlossen");
    clerk.complete(tracking.task(done, "Task_PlanImplementation"), Map.of("implementation", "NONE",
        "reason", "Bereits aufgestellt"));
    PaperRun forgotten = paper("Brunnen am Tor", "Kulturausschuss", "vertagt");
    clerk.onDay(LocalDate.of(2026, 5, 4));
    try (BrowserContext context = browser.login(people.user("gremienbuero"), People.PASSWORD)) {
      Page page = context.newPage();
      page.setViewportSize(1366, 768);
      page.navigate("/beschluesse/");
      assertThat(page.getByRole(AriaRole.HEADING,
          new Page.GetByRoleOptions().setName("Beschlusskontrolle am 04.05.2026"))).isVisible();
      assertThat(row(page, overdue)).containsText("überfällig");
      assertThat(row(page, done)).hasCount(0);
      assertThat(row(page, forgotten)).containsText(
          "Zuletzt beraten am 20.01.2026 von Kulturausschuss (vertagt)");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "beschluesse.png")));
      page.getByLabel("Stand").selectOption("over");
      assertThat(row(page, done)).containsText("nicht umzusetzen");
      assertThat(row(page, overdue)).hasCount(0);
      page.getByLabel("Stand").selectOption("overdue");
      assertThat(row(page, overdue)).hasCount(1);
      assertThat(page.getByText("Öffentliche Fassung (PDF)").getAttribute("href"))
          .endsWith("/resolutions/report?year=2026&publicVersion=true");
      TestBrowser.assertAccessible(page);
      TestBrowser.assertGerman(page, ", tbody");

      row(page, forgotten).getByRole(AriaRole.LINK).click();
      assertThat(page.getByText("Brunnen am Tor").first()).isVisible();
      page.navigate("about:blank");
      page.navigate("/vorgaenge/index.html#" + overdue.id);
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Umsetzung").setExact(true)))
          .isVisible();
      assertThat(page.getByText("Die Geräte sind bestellt.")).isVisible();
      page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Umsetzung").setExact(true))
          .scrollIntoViewIfNeeded();
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "vorgang-umsetzung.png")));
      TestBrowser.assertAccessible(page);
    }
    // The postponed consultation and the one that it waits for; tables of other tests may have proposed further bodies.
    assertThat(forgotten.details().consultations()).filteredOn("organization", "Kulturausschuss").hasSize(2);
  }
}

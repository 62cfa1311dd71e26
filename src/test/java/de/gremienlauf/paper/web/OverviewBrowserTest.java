package de.gremienlauf.paper.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tab „Vorgang“: where a paper stands. */
@IntegrationTest
class OverviewBrowserTest {

  private static final String LONG_BODY = "Ausschuss für Soziales, Seniorinnen und Senioren, Wohnungsangelegenheiten"
      + " und Gleichstellungsfragen der Bezirksvertretungen";

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  @Test
  void theWayOfAPaperIsReadableWithoutColourAndAtTwiceTheSize() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish(LONG_BODY, ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 2, 3)),
        new Wish("Hauptausschuss", ConsultationRole.PRELIMINARY, 2, LocalDate.of(2026, 2, 4)),
        new Wish("Rat", ConsultationRole.DECISION, 3, LocalDate.of(2026, 2, 5)))
        .result(LONG_BODY, "einstimmig zugestimmt");
    try (TestBrowser browser = TestBrowser.start(port);
        BrowserContext context = browser.login(people.user("gremienbuero"), People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/vorgaenge/#" + paper.id + "/vorgang");
      Locator steps = page.locator(".gl-timeline > li");
      assertThat(steps).hasCount(6);
      assertThat(steps.nth(1)).containsText("gez. StD Dr. Muster i. V. von OB Beispiel");
      assertThat(steps.nth(2)).containsText(paper.details().textHash());
      assertThat(steps.nth(3)).containsText("03.02.2026 erledigt");
      assertThat(steps.nth(3)).containsText("„einstimmig zugestimmt“");
      assertThat(steps.nth(4)).containsText("04.02.2026 jetzt");
      assertThat(steps.nth(4)).hasAttribute("aria-current", "step");
      assertThat(steps.nth(5)).containsText("kommt noch");
      assertThat(page.locator("[aria-current=step]")).hasCount(1);
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/vorgang.png")));
      TestBrowser.assertAccessible(page);
      for (int width : List.of(683, 400)) {
        page.setViewportSize(width, 384);
        assertThat(page.evaluate("document.querySelector('.gl-timeline').scrollWidth"
            + " <= document.querySelector('.gl-timeline').clientWidth")).as("width %d", width).isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/vorgang-" + width + ".png")));
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("[role=tablist]")).isHidden();
      assertThat(steps.first()).isVisible();
    }
  }
}

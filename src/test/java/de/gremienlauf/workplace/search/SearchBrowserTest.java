package de.gremienlauf.workplace.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import de.gremienlauf.council.Council;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk begins a paper from the page „Neu“, finds it again by keyboard and takes its task over in the list. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchBrowserTest {

  /** The address is enough, the page itself may take its time. */
  private static final Page.WaitForURLOptions ARRIVED =
      new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT).setTimeout(60_000);

  @Autowired People people;
  @Autowired Council council;
  @Autowired Papers papers;
  @LocalServerPort int port;

  private TestBrowser browser;

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

  @Test
  void aPaperIsBegunFoundAndTakenOver() {
    String office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + office, office);
    String word = "x" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "wort";
    try (BrowserContext context = browser.login(people.user("sachbearbeitung", office), People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/neu/");
      assertThat(page.getByLabel("Federführende Dienststelle")).hasValue("Amt " + office);
      TestBrowser.assertAccessible(page);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vorlage anlegen")).click();
      assertThat(page.locator(".gl-status")).hasText("Bitte wählen Sie die Art der Vorlage.");
      page.getByLabel("Art der Vorlage").selectOption("Mitteilung");
      String subject = "<b>Köln</b> und " + word;
      page.getByLabel("Betreff").fill(subject);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vorlage anlegen")).dblclick();
      page.waitForURL(Pattern.compile(".*/tasklist/.*task=.*"), ARRIVED);

      papers.begin(new NewPaper(council.ownMunicipality(), "Mitteilung", "Zweite " + word, "Amt " + office, null, null));
      page.navigate("/suche/");
      page.keyboard().type("koeln " + word);
      page.keyboard().press("Enter");
      // The only hit opens at once.
      page.waitForURL(Pattern.compile(".*/vorgaenge/index.html#\\d+"), ARRIVED);
      page.navigate("/suche/?q=" + word);
      assertThat(page.locator(".hits > li")).hasCount(2);
      assertThat(page.locator(".hits b")).hasCount(0);
      assertThat(page.locator(".hits h3").filter(new Locator.FilterOptions().setHasText(subject)))
          .hasCount(1);
      assertThat(page.locator(".hits mark").first()).hasText(word);
      page.keyboard().press("ArrowDown");
      assertThat(page.locator(".hits h3 a").first()).isFocused();
      TestBrowser.assertAccessible(page);
      page.navigate("/suche/?q=" + word + "nichts");
      assertThat(page.locator(".gl-status").first()).containsText("nichts gefunden");

      page.navigate("/aufgaben/");
      page.getByLabel("Nummer, Betreff oder Aufgabe").fill(word);
      assertThat(page.locator("tbody tr")).hasCount(2);
      TestBrowser.assertAccessible(page);
      page.getByLabel("alle auswählen").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Übernehmen")).click();
      assertThat(page.locator(".gl-status").first()).hasText("2 Aufgaben erledigt.");
      assertThat(page.locator(".outcomes li")).hasCount(2);
      assertThat(page.locator("tbody tr").first()).containsText("mir");
      assertThat(page.getByText("Frist setzen …")).isHidden();
    }
  }
}

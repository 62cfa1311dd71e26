package de.gremienlauf.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.support.People;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.SessionRepository;

/** The session ends on the server while somebody is typing: nothing is lost, and nobody else gets to read it. */
class SessionEndedBrowserTest extends OneTaskStory {

  private static final String ENDED = "Ihre Anmeldung ist abgelaufen";
  private static final String LONG = "Die alten Bänke sind morsch. ".repeat(400);

  @Autowired SessionRepository<?> sessions;

  private void endSession(Desk desk) {
    String id = desk.context.cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> new String(Base64.getDecoder().decode(cookie.value), StandardCharsets.US_ASCII)).findFirst()
        .orElseThrow();
    assertThat(sessions.findById(id)).as("the session of the browser").isNotNull();
    sessions.deleteById(id);
  }

  private static Locator dialog(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }

  private static void loginAgain(Page page) {
    dialog(page).locator("input[type=password]").fill(People.PASSWORD);
    press(page, "Anmelden");
    assertThat(dialog(page)).isHidden();
  }

  private static void press(Page page, String button) {
    dialog(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
  }

  @Test
  void whoLogsInAgainGoesOnWhereTheyWere() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.take(DRAFT, subject);
      desk.enter("Beschlussvorschlag", "1. Zwölf Bänke werden aufgestellt.").enter("Begründung", LONG);
      endSession(desk);
      desk.complete().click();
      assertThat(dialog(desk.page)).containsText(ENDED);
      Pictures.take(dialog(desk.page), "sachbearbeitung-anmeldung-abgelaufen");
      loginAgain(desk.page);
      assertThat(desk.field("Begründung")).hasValue(LONG);
      desk.finish();
      assertThat(sequencesToConfirm()).isEqualTo(1);
      assertThat(paper().blocks().toString()).contains(LONG.strip());
    }
  }

  @Test
  void aStartFormIsStillOpen() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.start("Vorlage");
      desk.select("Art der Vorlage", "Mitteilung").enter("Betreff", subject + " am Neptunplatz")
          .enter("Federführende Dienststelle", "Grünflächenamt");
      endSession(desk);
      desk.startButton().click();
      assertThat(dialog(desk.page).filter(new Locator.FilterOptions().setHasText(ENDED))).isVisible();
      dialog(desk.page).locator("input[type=password]").fill(People.PASSWORD);
      dialog(desk.page).locator("input[type=password]").press("Enter");
      assertThat(desk.page.getByText(ENDED)).hasCount(0);
      assertThat(desk.field("Betreff")).hasValue(subject + " am Neptunplatz");
      desk.startButton().click();
      assertThat(desk.startButton()).isHidden();
      clerk.runDueJobs();
      assertThat(queries.list(subject + " am Neptunplatz", id -> true)).hasSize(1);
    }
  }

  @Test
  void whatWasTypedSurvivesAClosedWindowButNotTheLogOut() {
    String user = people.named("Sabine", "Lindenhof", UserGroups.CLERKS, group);
    try (Desk desk = Desk.of(browser, user)) {
      desk.take(DRAFT, subject);
      desk.enter("Begründung", LONG);
      desk.page.reload();
      assertThat(desk.field("Begründung")).hasValue(LONG);
      logOut(desk);
      assertThat(dialog(desk.page)).containsText("In einer Aufgabe steht etwas, das Sie noch nicht abgeschlossen haben.");
      press(desk.page, "Angemeldet bleiben");
      assertThat(desk.field("Begründung")).hasValue(LONG);
      logOut(desk);
      press(desk.page, "Löschen und abmelden");
      assertThat(desk.page.locator("input[type=password]")).isVisible();
      assertThat(stored(desk)).doesNotContain("morsch");
    }
  }

  @Test
  void somebodyElseInTheSameBrowserFindsNothing() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.take(DRAFT, subject);
      desk.enter("Begründung", LONG);
      endSession(desk);
      desk.complete().click();
      assertThat(dialog(desk.page)).containsText(ENDED);
      dialog(desk.page).locator("input[type=password]").fill("falsch");
      press(desk.page, "Anmelden");
      assertThat(dialog(desk.page)).containsText("Die Anmeldung hat nicht geklappt.");
      press(desk.page, "Ich bin jemand anderes");
      assertThat(desk.page.locator("input[type=password]")).isVisible();
      assertThat(dialog(desk.page)).hasCount(0);
      assertThat(stored(desk)).doesNotContain("morsch");
    }
  }

  @Test
  void aPageOfOurOwnKeepsWhatWasTyped() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      Page page = desk.page;
      page.navigate("/vorgaenge/index.html#" + paper().id() + "/vorgang");
      button(page, "Zurückziehen").click();
      page.getByLabel("Begründung").first().fill("Die Bänke werden gespendet.");
      endSession(desk);
      button(page, "Zurückziehen: bestätigen").click();
      assertThat(page.getByText("Ihre Eingaben stehen noch hier")).isVisible();
      assertThat(page.getByLabel("Begründung").first()).hasValue("Die Bänke werden gespendet.");
      desk.assertAccessible();
      Page second = page.waitForPopup(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Anmelden"))
          .click());
      second.locator("input[type=text]").fill(desk.userId);
      second.locator("input[type=password]").fill(People.PASSWORD);
      second.locator("input[type=password]").press("Enter");
      assertThat(second.getByText(Desk.GROUPS).first()).isVisible();
      button(page, "Zurückziehen: bestätigen").click();
      assertThat(page.getByText("Die Vorlage ist zurückgezogen.")).isVisible();
      assertThat(paper().state()).isEqualTo(PaperState.DISCARDED);
    }
  }

  private static void logOut(Desk desk) {
    Locator link = desk.page.getByText("Abmelden").first();
    if (!link.isVisible()) {
      desk.page.getByText("Sabine Lindenhof").first().click();
    }
    link.click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String stored(Desk desk) {
    return (String) desk.page.evaluate("() => JSON.stringify(localStorage)");
  }
}

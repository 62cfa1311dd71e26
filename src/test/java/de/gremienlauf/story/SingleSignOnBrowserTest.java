package de.gremienlauf.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import de.gremienlauf.support.Keycloak;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import de.gremienlauf.support.WithKeycloak;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who log in once, at Keycloak, and work everywhere. */
@WithKeycloak
class SingleSignOnBrowserTest extends OneTaskStory {

  private static final int USUAL = 300;
  private static final int A_DAY = 36_000;
  private static final String ENDED = "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.";

  @Autowired IdentityService identity;
  private Keycloak keycloak;

  @BeforeEach
  void usual() {
    keycloak = Keycloak.get();
    // The office's group is known to the engine.
    people.user(group);
  }

  @AfterEach
  void lastAsUsual() {
    keycloak.lasting(USUAL, A_DAY);
  }

  private String person(String... groups) {
    return keycloak.person("s" + UUID.randomUUID().toString().substring(0, 8), "Sabine", "Lindenhof", groups);
  }

  private static void logIn(Page page, String person) {
    page.getByLabel("Benutzername oder E-Mail").fill(person);
    page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(Keycloak.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden").setExact(true)).click();
  }

  private Desk loggedIn(String person) {
    Desk desk = Desk.closed(browser, person);
    desk.page.navigate("/camunda/app/tasklist/");
    logIn(desk.page, person);
    assertThat(desk.page.getByText(Desk.GROUPS).first()).isVisible();
    desk.page.waitForLoadState(LoadState.NETWORKIDLE);
    return desk;
  }

  private static void heading(Page page, String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))).isVisible();
  }

  private static void assertLoginOfTheService(Page page) {
    assertThat(page.getByLabel("Benutzername oder E-Mail")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/realms/gremienlauf/.*"));
  }

  private static int session(Desk desk) {
    return desk.context.request().get("/api/session").status();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 60 && !condition.getAsBoolean(); i++) {
      Thread.sleep(500);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void oneLoginOpensTheTaskOfAMailAndAllElse() {
    String person = person("sachbearbeitung", "amtsleitung", group);
    String task = clerk.task(world.ownCity().run(paper().id()).process(), "Task_Draft").getId();
    try (Desk desk = Desk.closed(browser, person)) {
      Page page = desk.page;
      page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
      assertThat(page.locator("html")).hasAttribute("lang", "de");
      Pictures.take(page, "anmeldung-keycloak");
      logIn(page, person);
      assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=" + task + ".*"));
      assertThat(desk.form().locator("p, label").first()).isVisible();
      desk.takeOpened();
      desk.enter("Beschlussvorschlag", "1. Zwölf Bänke werden aufgestellt.").enter("Begründung", "Es fehlt an Bänken.");
      desk.finish();
      assertThat(sequencesToConfirm()).isEqualTo(1);
      page.navigate("/vorgaenge/index.html");
      assertThat(page.getByText(subject).first()).isVisible();
      page.navigate("/camunda/app/cockpit/default/");
      assertThat(page.getByText("Sabine Lindenhof").first()).isAttached();
      assertThat(page).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
      assertThat(identity.createUserQuery().userId(person).singleResult().getEmail())
          .isEqualTo(person + "@musterstadt.example");
    }
  }

  @Test
  void whoLogsOutIsLoggedOutEverywhere() {
    String person = person("sachbearbeitung");
    try (Desk desk = loggedIn(person)) {
      Page page = desk.page;
      assertThat(keycloak.hasSession(person)).isTrue();
      logOut(page);
      heading(page, "Sie sind abgemeldet");
      Pictures.take(page, "anmeldung-abgemeldet");
      desk.assertAccessible();
      TestBrowser.assertGerman(page);
      assertThat(keycloak.hasSession(person)).isFalse();
      assertThat(session(desk)).isEqualTo(401);
      page.navigate("/camunda/app/tasklist/");
      assertLoginOfTheService(page);
    }
  }

  @Test
  void whoComesBeforeTheFirstAdministratorIsToldSo() {
    List<String> administrators = identity.createUserQuery().memberOfGroup("camunda-admin").list().stream()
        .map(User::getId).toList();
    administrators.forEach(administrator -> identity.deleteMembership(administrator, "camunda-admin"));
    String person = person("sachbearbeitung");
    try (Desk desk = Desk.closed(browser, person)) {
      desk.page.navigate("/camunda/app/tasklist/");
      logIn(desk.page, person);
      heading(desk.page, "Noch ist niemand für die Administration da");
      Pictures.take(desk.page, "anmeldung-ohne-administration");
      desk.assertAccessible();
      TestBrowser.assertGerman(desk.page);
      assertThat(session(desk)).isEqualTo(401);
    } finally {
      administrators.forEach(administrator -> identity.createMembership(administrator, "camunda-admin"));
    }
  }

  @Test
  void whoHasComeInMeanwhileLogsOutFromAPageThatSaysWhyNot() {
    String person = person("sachbearbeitung");
    try (Desk desk = loggedIn(person)) {
      desk.page.navigate("/anmeldung/ohne-administration.html");
      desk.page.getByText("Abmelden").click();
      heading(desk.page, "Sie sind abgemeldet");
      assertThat(keycloak.hasSession(person)).isFalse();
      assertThat(session(desk)).isEqualTo(401);
    }
  }

  private static void logOut(Page page) {
    Locator link = page.getByText("Abmelden").first();
    if (!link.isVisible()) {
      page.getByText("Sabine Lindenhof").first().click();
    }
    link.click();
  }

  @Test
  void cockpitKnowsTheEndOfASessionAndLogsOutToo() {
    String person = person("revision");
    try (Desk desk = Desk.closed(browser, person)) {
      Page page = desk.page;
      page.navigate("/");
      logIn(page, person);
      // Whoever may not open Tasklist comes where he may.
      assertThat(page).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
      page.navigate("/camunda/app/cockpit/default/#/processes");
      assertThat(page.getByText("Sabine Lindenhof").first()).isAttached();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      desk.context.clearCookies(new BrowserContext.ClearCookiesOptions()
          .setName("JSESSIONID").setPath("/"));
      page.evaluate("location.hash = '#/decisions'");
      assertThat(page).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/#/decisions.*"));
      assertThat(page.getByText("Sabine Lindenhof").first()).isAttached();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      logOut(page);
      heading(page, "Sie sind abgemeldet");
      assertThat(keycloak.hasSession(person)).isFalse();
    }
  }

  @Test
  void aLoginLastsAsLongAsTheServiceSays() throws InterruptedException {
    keycloak.lasting(3, A_DAY);
    String person = person("sachbearbeitung", group);
    try (Desk desk = loggedIn(person)) {
      Page page = desk.page;
      desk.take(DRAFT, subject);
      desk.enter("Beschlussvorschlag", "1. Zwölf Bänke werden aufgestellt.")
          .enter("Begründung", "Die alten Bänke sind morsch.");
      Thread.sleep(3_500);
      assertThat(session(desk)).as("the token is over, the login is not").isEqualTo(200);
      keycloak.lasting(3, 1);
      until(() -> session(desk) == 401);
      assertThat(desk.context.request().get("/api/session").text()).contains(ENDED);
      keycloak.lasting(USUAL, A_DAY);
      // Tasklist may have noticed by itself; then the dialog lies above the button.
      desk.complete().dispatchEvent("click");
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("Ihre Anmeldung ist abgelaufen");
      Pictures.take(dialog, "anmeldung-abgelaufen");
      Page second = page.waitForPopup(() -> dialog.getByText("In neuem Fenster anmelden").click());
      logIn(second, person);
      assertThat(second.getByText(Desk.GROUPS).first()).isVisible();
      second.close();
      page.bringToFront();
      page.evaluate("window.dispatchEvent(new Event('focus'))");
      assertThat(dialog).isHidden();
      assertThat(desk.field("Begründung")).hasValue("Die alten Bänke sind morsch.");
    }
  }

  @Test
  void aGroupTakenAwayIsLostWithTheNextToken() throws InterruptedException {
    keycloak.lasting(3, A_DAY);
    String person = person("sachbearbeitung", "gremienbuero");
    try (Desk desk = loggedIn(person)) {
      assertThat(identity.createGroupQuery().groupMember(person).list()).extracting(Group::getId)
          .containsExactlyInAnyOrder("sachbearbeitung", "gremienbuero");
      keycloak.removeFrom("gremienbuero", person);
      until(() -> !desk.context.request().get("/api/session").text().contains("gremienbuero"));
      assertThat(session(desk)).isEqualTo(200);
      assertThat(identity.createGroupQuery().groupMember(person).list()).extracting(Group::getId)
          .containsExactly("sachbearbeitung");
      keycloak.removeFrom("sachbearbeitung", person);
      until(() -> session(desk) == 401);
      desk.page.navigate("/vorgaenge/index.html");
      heading(desk.page, "Sie haben hier keine Rechte");
      Pictures.take(desk.page, "anmeldung-ohne-rechte");
      desk.assertAccessible();
      TestBrowser.assertGerman(desk.page);
      assertThat(session(desk)).isEqualTo(401);
      assertThat(identity.createGroupQuery().groupMember(person).count()).isZero();
      desk.page.getByText("Abmelden").click();
      heading(desk.page, "Sie sind abgemeldet");
      assertThat(keycloak.hasSession(person)).isFalse();
    }
  }

  @Test
  void whoIsDisabledIsOut() throws InterruptedException {
    keycloak.lasting(3, A_DAY);
    String person = person("sachbearbeitung");
    try (Desk desk = loggedIn(person)) {
      keycloak.disable(person);
      until(() -> session(desk) == 401);
      desk.page.navigate("/vorgaenge/index.html");
      logIn(desk.page, person);
      assertThat(desk.page.getByText("gesperrt")).isVisible();
    }
  }

  @Test
  void aUserOfTheDatabaseKeepsNameAndPassword() {
    String administrator = people.named("Verena", "Verwaltung", "camunda-admin");
    keycloak.person(administrator, "Sabine", "Lindenhof", "sachbearbeitung");
    try (Desk desk = Desk.closed(browser, administrator)) {
      Page page = desk.page;
      page.navigate("/camunda/app/tasklist/");
      logIn(page, administrator);
      heading(page, "Ihre Kennung ist hier schon vergeben");
      Pictures.take(page, "anmeldung-vergeben");
      desk.assertAccessible();
      TestBrowser.assertGerman(page);
      page.getByText("Abmelden").click();
      heading(page, "Sie sind abgemeldet");
      page.getByText("Mit Kennung und Passwort der Datenbank anmelden").click();
      page.locator("input[type=text]").fill(administrator);
      page.locator("input[type=password]").fill(People.PASSWORD);
      page.locator("input[type=password]").press("Enter");
      assertThat(page.getByText("Verena Verwaltung").first()).isAttached();
      assertThat(session(desk)).isEqualTo(200);
    }
  }

  @Test
  void nothingLeadsOutOfTheApplication() {
    String person = person("sachbearbeitung");
    try (Desk desk = Desk.closed(browser, person)) {
      for (String target : new String[] {"https://boese.example/", "//boese.example/", "/\\boese.example/"}) {
        desk.context.clearCookies();
        desk.page.navigate("/anmeldung/start?ziel=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
        logIn(desk.page, person);
        assertThat(desk.page.getByText(Desk.GROUPS).first()).isVisible();
        assertThat(desk.page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
      }
    }
  }
}

package de.gremienlauf.reminder.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.MailPreferences;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of settings and weekly list, and the tab that explains a due date, as people have them before them. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReminderPagesBrowserTest {

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired MailPreferences preferences;
  @LocalServerPort int port;

  private TestBrowser browser;

  @BeforeAll
  void startBrowser() {
    browser = TestBrowser.start(port);
    // Without an administrator the web applications send everybody to their setup.
    people.user("camunda-admin");
  }

  @AfterAll
  void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(LocalDate.of(2026, 3, 30));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }

  @Test
  void somebodyWantsMailAtOnce() {
    String user = people.user("sachbearbeitung");
    try (BrowserContext context = browser.login(user, People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/einstellungen/");
      assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Einmal am Tag"))).isChecked();
      page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Sofort")).check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Speichern")).click();
      assertThat(page.getByText("Gespeichert.")).isVisible();
      picture(page, "einstellungen");
      TestBrowser.assertAccessible(page);
    }
    assertThat(preferences.of(user)).isEqualTo(MailMode.AT_ONCE);
  }

  @Test
  void somebodySubscribesToACalendarAndTakesTheLinkBack() {
    try (BrowserContext context = browser.login(people.user("sachbearbeitung"), People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/einstellungen/");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Link anlegen")).click();
      assertThat(page.getByText("Der Link ist angelegt.")).isVisible();
      String link = page.getByLabel("Ihr Link").inputValue();
      assertThat(context.request().get(link).text()).startsWith("BEGIN:VCALENDAR");
      picture(page, "kalender-abonnieren");
      TestBrowser.assertAccessible(page);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("widerrufen")).click();
      assertThat(page.getByText("Der Link gilt nicht mehr.")).isVisible();
      assertThat(page.getByLabel("Ihr Link")).hasCount(0);
      assertThat(context.request().get(link).status()).isEqualTo(404);
    }
  }

  @Test
  void aHeadOfOfficeReadsTheWeeklyList() {
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    clerk.onDay(LocalDate.of(2026, 4, 20));
    try (BrowserContext context = browser.login(people.user("amtsleitung", "sachbearbeitung"), People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/wochenliste/");
      assertThat(page.getByRole(AriaRole.HEADING,
          new Page.GetByRoleOptions().setName("Offen und überfällig am 20.04.2026"))).isVisible();
      assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Vorlage entwerfen")).first())
          .isVisible();
      picture(page, "wochenliste");
      TestBrowser.assertAccessible(page);
      Download file = page.waitForDownload(() -> page.getByText("Als Tabelle herunterladen").click());
      assertThat(file.suggestedFilename()).isEqualTo("Wochenliste-2026-04-20.xlsx");
    }
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }

  @Test
  void theTabExplainsTheDueDateAndTheFollowUpDateIsSetInTasklist() {
    String user = people.user("sachbearbeitung");
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    tasks.setAssignee(task, user);
    try (BrowserContext context = browser.login(user, People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
      page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Frist\\s*$"))).first()
          .click();
      assertThat(page.getByText("Feiertage 03.04.2026 (Karfreitag), 06.04.2026 (Ostermontag) übersprungen"))
          .isVisible();
      picture(page, "frist");
      page.locator(".followup-date").first().click();
      picture(page, "wiedervorlage");
      page.locator(".cam-widget-inline-field.btn-group button[ng-click^='applyChange']").click();
      for (int i = 0; i < 50 && followUp(task) == null; i++) {
        page.waitForTimeout(100);
      }
    }
    assertThat(followUp(task)).isNotNull();
  }

  private Date followUp(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getFollowUpDate();
  }
}

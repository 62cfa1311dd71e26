package de.gremienlauf.funding.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.NewAmendment;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody new to it records notices as the handbook says, and looks at the days in Tasklist and in Cockpit. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionBrowserTest {

  private static final LocalDate TODAY = LocalDate.of(2019, 2, 1);

  @Autowired People people;
  @Autowired Council council;
  @Autowired Projects projects;
  @Autowired Amendments amendments;
  @Autowired TaskDriver driver;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private BrowserContext context;
  private Page page;
  private Long project;
  private String instance;

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
  void prepare() {
    clerk.onDay(LocalDate.of(2017, 4, 18));
    project = projects.begin(new NewProject(council.ownMunicipality(), null, "Ankommen", "Einwanderung gestalten NRW",
        null, null, "Amt für Integration und Vielfalt", "Bezirksregierung Arnsberg", LocalDate.of(2017, 4, 1),
        LocalDate.of(2019, 3, 31)));
    complete("Task_ArrangePaper", Map.of("need", "NONE", "ground", "Beschluss vom 04.04.2017"));
    complete("Task_FileApplication", Map.of("filedOnAssumed", true));
    instance = task("Task_RecordNotice").processInstanceId();
    complete("Task_RecordNotice", Map.of("noticeOutcome", "GRANTED", "authority", "Bezirksregierung Arnsberg",
        "noticeDate", "10.04.2017", "method", "UNKNOWN", "instruction", true, "approvalFrom", "01.04.2017",
        "approvalUntil", "31.03.2019"));
    complete("Task_CheckNotice", Map.of("stance", "KEEP"));
    clerk.onDay(TODAY);
    context = browser.login(people.user("foerdercontrolling", "camunda-admin"), People.PASSWORD);
    page = context.newPage();
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
    context.close();
  }

  private OpenTask task(String key) {
    List<OpenTask> open = driver.openTasksWith("projectId", project, key);
    if (open.isEmpty()) {
      throw new AssertionError("There is no task " + key);
    }
    return open.get(open.size() - 1);
  }

  private void complete(String key, Map<String, Object> entered) {
    driver.complete(task(key), entered);
  }

  /** Opens a task in Tasklist and takes it over. */
  private void open(String key) {
    page.navigate("about:blank");
    page.navigate("/camunda/app/tasklist/default/#/?task=" + task(key).id());
    page.getByText("Diese Aufgabe übernehmen").first().click();
    assertThat(page.locator("button[ng-click=\"complete()\"]")).isVisible();
    assertThat(page.locator(".task-card .fjs-container label").first()).isVisible();
  }

  private void finish() {
    Locator button = page.locator("button[ng-click=\"complete()\"]");
    button.click();
    assertThat(button).isHidden();
    driver.runDueJobs();
  }

  private void enter(String label, String text) {
    page.locator(".task-card .fjs-container").getByLabel(label).first().fill(text);
  }

  private void choose(String label) {
    page.locator(".task-card .fjs-container label", new Page.LocatorOptions().setHasText(label)).last().click();
  }

  private void assertDays(String task, String... days) {
    page.navigate("about:blank");
    page.navigate("/camunda/app/tasklist/default/#/?task=" + task(task).id());
    page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Förderprojekt")).first().click();
    for (String day : days) {
      assertThat(page.locator(".gl-deadline summary", new Page.LocatorOptions().setHasText(day)).first())
          .isVisible();
    }
  }

  private void assertTimers(String closing, String end) {
    page.navigate("about:blank");
    page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
    page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Termine")).first().click();
    Locator timers = page.locator(".gl-view table");
    assertThat(timers.getByText(closing)).isVisible();
    assertThat(timers.getByText(end)).isVisible();
    assertThat(page.getByText("Förderprojekt mit allen Fristen öffnen")).isVisible();
  }

  @Test
  void anExtensionMovesAllDaysAndAReallocationNone() {
    amendments.begin(project, new NewAmendment(NoticeKind.EXTENSION, AmendmentStep.OPTION, TODAY, null,
        "Das Land ermöglicht die Verlängerung."));
    assertTimers("17.02.2019, 00:00 Uhr", "01.04.2019, 00:00 Uhr");
    assertDays("Task_DecideExtension", "31.03.2019 Ende des Bewilligungszeitraums",
        "30.09.2019 Verwendungsnachweis vorlegen");
    open("Task_DecideExtension");
    choose("ja");
    choose("noch nicht geklärt");
    choose("nein");
    enter("Grund", "Der Sachstandsbericht hat es angekündigt.");
    finish();
    open("Task_ApplyForAmendment");
    enter("Beantragt am", "01.02.2019");
    finish();
    open("Task_RecordAmendment");
    enter("Datum des Bescheids", "01.02.2019");
    enter("Bewilligungszeitraum bis", "31.12.2019");
    finish();
    String[] moved = {"19.11.2019 Beginn des Abschlussberichts", "31.12.2019 Ende des Bewilligungszeitraums",
        "30.06.2020 Verwendungsnachweis vorlegen"};
    assertDays("Task_CheckNotice", moved);
    assertTimers("19.11.2019, 00:00 Uhr", "01.01.2020, 00:00 Uhr");
    amendments.begin(project, new NewAmendment(NoticeKind.REALLOCATION, AmendmentStep.NOTICE, null, null, null));
    driver.runDueJobs();
    open("Task_RecordAmendment");
    enter("Datum des Bescheids", "01.02.2019");
    enter("Beträge nach Haushaltsjahren", "2019: 90.000,00");
    finish();
    assertDays("Task_CheckNotice", moved);
    assertTimers("19.11.2019, 00:00 Uhr", "01.01.2020, 00:00 Uhr");
  }
}

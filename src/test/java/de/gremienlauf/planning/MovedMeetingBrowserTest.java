package de.gremienlauf.planning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.MailPreferences;
import de.gremienlauf.reminder.process.WeeklyMail;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten papers with more and less time left, and one meeting that moves by a fortnight: those that now miss their deadline
 * are red in Cockpit, on the page of the weekly list, in its mail and as tasks, and no others.
 */
@IntegrationTest
class MovedMeetingBrowserTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate MEETING = LocalDate.of(2026, 4, 14);
  private static final LocalDate MOVED = MEETING.plusDays(14);
  private static final List<Integer> DAYS_LEFT = List.of(0, 3, 5, 8, 13, 14, 20, 30, 45, 60);

  @Autowired PaperWorld world;
  @Autowired PlanWatch watch;
  @Autowired PlanningTasks warnings;
  @Autowired MeetingCalendar calendar;
  @Autowired WeeklyMail weekly;
  @Autowired MailPreferences preferences;
  @Autowired IdentityService identity;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private final Map<Integer, PaperRun> papers = new LinkedHashMap<>();
  private final String body = "Ausschuss " + UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void letTimeRunAgain() {
    papers.values().forEach(paper -> paper.withdraw("Der Versuch ist vorbei."));
    watch.look();
    jdbc.sql("delete from daily_duty").update();
    EngineClock.reset();
  }

  private void tenPapers() {
    clerk.onDay(MONDAY);
    City city = world.ownCity();
    for (int days : DAYS_LEFT) {
      LocalDate deadline = MEETING.plusDays(days);
      papers.put(days, city.paper("Beschlussvorlage")
          .draft(Map.of("subject", "Förderantrag mit " + days + " Tagen Puffer", "outsideDeadline", deadline.toString()))
          .stations(new Wish(body, ConsultationRole.DECISION, 1, MEETING)).confirm().sign());
    }
  }

  private List<Integer> warned() {
    watch.look();
    return papers.entrySet().stream().filter(entry -> !warnings.warnings(entry.getValue()).isEmpty())
        .map(Map.Entry::getKey).toList();
  }

  @Test
  void theRightPapersTurnRed() throws Exception {
    tenPapers();
    String head = people.user(UserGroups.MANAGERS);
    people.user(UserGroups.ADMINISTRATORS);
    User user = identity.createUserQuery().userId(head).singleResult();
    user.setEmail(head + "@example.org");
    identity.saveUser(user);
    preferences.set(head, MailMode.AT_ONCE);
    assertThat(warned()).isEmpty();
    try (TestBrowser browser = TestBrowser.start(port); BrowserContext context = browser.login(head, People.PASSWORD)) {
      Page page = context.newPage();
      assertThat(weeklyPage(page, "missed")).isEmpty();
      assertThat(weeklyPage(page, "close")).containsExactly(0, 3, 5);

      calendar.move(papers.get(0).station(body).meetingId(), MOVED, "15:30", null, "Der Saal ist belegt.");
      clerk.runDueJobs();
      assertThat(warned()).containsExactly(0, 3, 5, 8, 13);
      assertThat(weeklyPage(page, "missed")).containsExactlyInAnyOrder(0, 3, 5, 8, 13);
      assertThat(weeklyPage(page, "close")).containsExactlyInAnyOrder(14, 20);
      picture(page, "fristen-wochenliste");
      TestBrowser.assertAccessible(page);
      page.navigate("/camunda/app/cockpit/default/#/dashboard");
      assertThat(page.getByText("Was seinen Termin verfehlen wird").first()).isVisible();
      assertThat(told(page, ".gl-late")).containsExactlyInAnyOrder(0, 3, 5, 8, 13);
      assertThat(told(page, ".gl-near")).containsExactlyInAnyOrder(14, 20);
      page.getByText("Was seinen Termin verfehlen wird").first().scrollIntoViewIfNeeded();
      picture(page, "fristen-cockpit");
    }
    MailServer.clear();
    weekly.send();
    clerk.runDueJobs();
    String mail = MailServer.mailsTo(head).get(0).getContent().toString();
    assertThat(mail).contains("(Förderantrag mit 13 Tagen Puffer): Der Termin Mo 27.04.2026 ist nicht zu halten")
        .contains("(Förderantrag mit 14 Tagen Puffer): Der Termin Di 28.04.2026 ist zu halten")
        .doesNotContain("mit 30 Tagen");
    theTaskSaysWhatToDo();
  }

  private List<Integer> weeklyPage(Page page, String kind) {
    page.navigate("/wochenliste/");
    assertThat(page.getByText("Fristen, die nicht oder nur knapp zu halten sind").first()).isVisible();
    return told(page, ".gl-" + kind);
  }

  private List<Integer> told(Page page, String marked) {
    List<String> rows = page.locator("tr", new Page.LocatorOptions().setHas(page.locator(marked))).allInnerTexts();
    return papers.entrySet().stream().filter(entry -> rows.stream()
            .anyMatch(row -> row.contains(entry.getValue().details().reference() + " ")))
        .map(Map.Entry::getKey).toList();
  }

  private void theTaskSaysWhatToDo() {
    String office = people.user(UserGroups.COUNCIL_OFFICE);
    String task = warnings.warnings(papers.get(13)).get(0).getId();
    try (TestBrowser browser = TestBrowser.start(port);
        BrowserContext context = browser.login(office, People.PASSWORD)) {
      Page page = context.newPage();
      page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
      Locator form = page.locator(".task-card .fjs-container");
      assertThat(form).containsText("Der Termin Mo 27.04.2026 ist nicht zu halten: die Entscheidung ist frühestens am"
          + " Di 28.04.2026 möglich, 1 Tag zu spät.");
      picture(page, "terminwarnung");
      page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Beratungsfolge")).first().click();
      assertThat(page.getByText("Zuerst geplant")).isVisible();
      picture(page, "terminplan");
      TestBrowser.assertAccessible(page, ".task-card");
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }
}

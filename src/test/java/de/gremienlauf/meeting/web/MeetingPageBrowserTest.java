package de.gremienlauf.meeting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** The meeting page as the minute taker has it before her. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingPageBrowserTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
  private static final List<String> SUBJECTS = List.of("Barrierefreier Umbau der Haltestelle Musterplatz",
      "Teilnahme am Förderprogramm „Ankommen im Veedel“ einschließlich der Bereitstellung des städtischen Eigenanteils",
      "Leitlinien für Integration und Vielfalt");

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Meetings meetings;
  @Autowired Agenda agenda;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private List<PaperRun> papers;
  private List<Long> items;
  private Long meeting;
  private BrowserContext writer;
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
  void prepare() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    City city = world.city();
    papers = new ArrayList<>();
    for (String subject : SUBJECTS) {
      papers.add(release(city, Map.of("subject", subject)));
    }
    papers.add(release(city, Map.of("subject", "Ankauf eines Grundstücks", "visibility", "nonPublic",
        "nonPublicGround", "Grundstücksangelegenheit")));
    clerk.onDay(DAY);
    meeting = meetings.on(city.body("Rat").id(), DAY).orElseThrow().id();
    items = papers.stream().map(paper -> paper.station("Rat").id()).map(station -> agenda.of(meeting).stream()
        .filter(item -> station.equals(item.consultationId())).findFirst().orElseThrow().id()).toList();
    writer = browser.login(people.user("schriftfuehrung"), People.PASSWORD);
    page = open(writer);
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
    writer.close();
  }

  private static PaperRun release(City city, Map<String, Object> draft) {
    return city.paper("Beschlussvorlage").draft(draft)
        .stations(new Wish("Rat", ConsultationRole.DECISION, 1, DAY)).confirm().sign();
  }

  private Page open(BrowserContext context) {
    Page opened = context.newPage();
    opened.navigate("/sitzung/?id=" + meeting);
    assertThat(items(opened).first()).isVisible();
    return opened;
  }

  private static Locator field(Page page, String field) {
    return page.locator("[data-field=" + field + "]");
  }

  /** The item of a paper. */
  private ItemDetails item(int index) {
    return agenda.details(items.get(index));
  }

  private static Locator items(Page page) {
    return page.locator(".agenda [role=option]:not(.heading)");
  }

  private void saved() {
    assertThat(page.getByText("Alles gespeichert")).isVisible();
  }

  @Test
  void severalItemsAreRecordedByKeyboardAlone() {
    saved();
    assertThat(page.getByRole(AriaRole.LISTBOX)).isFocused();
    page.keyboard().press("Enter");
    assertThat(field(page, "result")).isFocused();
    page.keyboard().type("ungeändert beschlossen");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().type("mehrheitlich gegen die Stimmen der Fraktion Beispielliste");
    page.keyboard().press("Tab");
    page.keyboard().type("42");
    page.keyboard().press("Tab");
    page.keyboard().type("8");
    page.keyboard().press("F8");
    page.keyboard().type("Frau Weidenpesch fragt nach den Kosten. Die Verwaltung antwortet.");
    saved();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/sitzung.png")));
    page.keyboard().press("Control+Enter");
    assertThat(items(page).nth(1)).hasAttribute("aria-selected", "true");
    assertThat(field(page, "result")).isFocused();
    page.keyboard().type("vertagt");
    page.keyboard().press("Control+Enter");
    assertThat(items(page).nth(2)).hasAttribute("aria-selected", "true");
    page.keyboard().type("zur Kenntnis genommen");
    page.keyboard().press("Alt+ArrowDown");
    assertThat(field(page, "result")).isFocused();
    assertThat(field(page, "result")).hasValue("");
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/kuerzel.png")));
    page.keyboard().press("Escape");
    page.keyboard().press("F2");
    page.keyboard().press("ArrowUp");
    while (!"true".equals(items(page).nth(2).getAttribute("aria-selected"))) {
      page.keyboard().press("ArrowUp");
    }
    page.keyboard().press("F4");
    page.keyboard().press("Control+Enter");
    assertThat(page.getByText("3 von 4 Punkten beraten")).isVisible();
    clerk.runDueJobs();
    assertThat(papers.get(0).details().state()).isEqualTo(PaperState.DECIDED);
    assertThat(item(0)).returns(AgendaItemState.CONCLUDED, ItemDetails::state)
        .returns("Frau Weidenpesch fragt nach den Kosten. Die Verwaltung antwortet.", ItemDetails::minutesText);
    assertThat(item(0).vote().yes()).isEqualTo(42);
    assertThat(item(1).recorded().result()).isEqualTo("vertagt");
    assertThat(item(3).state()).isEqualTo(AgendaItemState.ON_AGENDA);
    TestBrowser.assertAccessible(page);
  }

  @Test
  void aRefusalIsShownWhereItBelongs() {
    saved();
    page.keyboard().press("Enter");
    page.keyboard().press("Control+Enter");
    assertThat(page.getByText("Bitte tragen Sie das Ergebnis ein")).isVisible();
    assertThat(field(page, "result")).isFocused();
    page.keyboard().type("abgelehnt");
    page.keyboard().press("Control+Enter");
    assertThat(page.getByText("1 von 4 Punkten beraten")).isVisible();
    assertThat(page.getByText("Bitte tragen Sie das Ergebnis ein")).isHidden();
  }

  @Test
  void whatIsTypedWithoutConnectionSurvivesAReload() {
    saved();
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    page.keyboard().press("Enter");
    writer.setOffline(true);
    page.keyboard().type("beschlossen");
    assertThat(page.getByText("Keine Verbindung: Eingaben sind auf diesem Gerät gespeichert")).isVisible();
    page.keyboard().press("Control+Enter");
    assertThat(field(page, "result")).hasValue("");
    page.keyboard().type("zugestimmt");
    page.reload();
    assertThat(page.getByText("3 Eingaben zu senden")).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/offline.png")));
    assertThat(item(0).recorded().result()).isNull();
    writer.setOffline(false);
    saved();
    assertThat(item(0)).returns(AgendaItemState.CONCLUDED, ItemDetails::state);
    assertThat(item(1).recorded().result()).isEqualTo("zugestimmt");
  }

  @Test
  void aSecondPersonSeesItLiveAndTakesOver() {
    saved();
    BrowserContext secondContext = browser.login(people.user("gremienbuero"), People.PASSWORD);
    Page second = open(secondContext);
    assertThat(second.locator(".editor")).containsText("schreibt");
    assertThat(field(second, "result")).isEditable(new LocatorAssertions.IsEditableOptions().setEditable(false));
    page.keyboard().press("Enter");
    page.keyboard().type("beschlossen");
    assertThat(field(second, "result")).hasValue("beschlossen");
    writer.setOffline(true);
    page.keyboard().type(" mit Dank");
    second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Übernehmen")).click();
    assertThat(second.getByText("Sie schreiben")).isVisible();
    field(second, "result").fill("abgelehnt");
    assertThat(second.getByText("Alles gespeichert")).isVisible();
    writer.setOffline(false);
    assertThat(page.getByText("Eine Eingabe von Ihnen ist noch nicht gespeichert.")).isVisible();
    assertThat(page.getByText("„beschlossen mit Dank“").first()).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/uebernommen.png")));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Übernehmen und speichern")).click();
    assertThat(page.getByText("Hier steht inzwischen „abgelehnt“. Ihre Eingabe ist „beschlossen mit Dank“."))
        .isVisible();
    assertThat(item(0).recorded().result()).isEqualTo("abgelehnt");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/konflikt.png")));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Meine Eingabe speichern")).click();
    saved();
    assertThat(item(0).recorded().result()).isEqualTo("beschlossen mit Dank");
    assertThat(second.locator(".editor")).containsText("schreibt");
    secondContext.close();
  }

  @Test
  void othersReadThePublicPartOnly() {
    BrowserContext reader = browser.login(people.user("sachbearbeitung"), People.PASSWORD);
    Page read = open(reader);
    assertThat(read.getByText("Sie lesen mit").or(read.getByText("schreibt"))).isVisible();
    assertThat(items(read)).hasCount(3);
    assertThat(read.getByText("Ankauf eines Grundstücks")).hasCount(0);
    assertThat(read.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Übernehmen"))).isHidden();
    assertThat(page.getByText("Ankauf eines Grundstücks").first()).isVisible();
    read.navigate("/sitzungen/");
    assertThat(read.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Alle Sitzungen"))).isVisible();
    TestBrowser.assertAccessible(read);
    reader.close();
  }

  @Test
  void aDayIsTypedAsInGermany() {
    saved();
    page.keyboard().press("Enter");
    page.keyboard().type("vertagt");
    field(page, "postponedTo").fill("31.02.2026");
    page.keyboard().press("Tab");
    assertThat(page.getByText("kein gültiges Datum").first()).isVisible();
    field(page, "postponedTo").fill("31.12.2026");
    page.keyboard().press("Tab");
    saved();
    page.reload();
    saved();
    assertThat(field(page, "postponedTo")).hasValue("31.12.2026");
  }

  @Test
  void aDayThatIsTypedSlowlyStaysAndCountsWithTheKeysAlone() {
    saved();
    page.keyboard().press("Enter");
    page.keyboard().type("vertagt");
    field(page, "postponedTo").focus();
    page.keyboard().type("31.");
    saved();
    // The page asks every two seconds what is new.
    page.waitForTimeout(5000);
    page.keyboard().type("12.2026");
    assertThat(field(page, "postponedTo")).hasValue("31.12.2026");
    page.keyboard().press("Alt+ArrowDown");
    saved();
    page.keyboard().press("Alt+ArrowUp");
    assertThat(field(page, "postponedTo")).hasValue("31.12.2026");
    field(page, "postponedTo").fill("30.12.2026");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".progress")).containsText("1 von");
    assertThat(item(0).recorded().postponedTo()).isEqualTo(LocalDate.of(2026, 12, 30));
  }

  @Test
  void aHalfTypedDayIsNotLostWhenSomebodyElseConcludesTheItem() {
    saved();
    page.keyboard().press("Enter");
    page.keyboard().type("vertagt");
    saved();
    field(page, "postponedTo").focus();
    page.keyboard().type("31.12");
    papers.get(0).result("Rat", "ungeändert beschlossen");
    assertThat(page.locator(".progress")).containsText("1 von");
    assertThat(field(page, "postponedTo")).hasCount(0);
    assertThat(page.getByText("Bitte klären").first()).isVisible();
    assertThat(page.getByText("Ihre Eingabe bei „Vertagt auf den“ war „31.12“.")).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/halb-getippt.png")));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verwerfen")).click();
    assertThat(page.getByText("Bitte klären")).hasCount(0);
  }

  @Test
  void thePageWorksEnlarged() {
    page.setViewportSize(683, 384);
    page.keyboard().press("Enter");
    assertThat(field(page, "result")).isInViewport();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/vergroessert.png")));
    TestBrowser.assertAccessible(page);
  }
}

package de.gremienlauf.paper.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import de.gremienlauf.document.PaperSection;
import de.gremienlauf.paper.PaperTexts;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The text of a paper as a clerk edits it in the browser and with Word. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperTextBrowserTest {

  private static final Path WORD = Path.of("src/test/resources/word/libreoffice.docx");

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired PaperTexts texts;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private BrowserContext context;
  private Page page;
  private PaperRun paper;
  private String user;
  private final List<String> complaints = new ArrayList<>();

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
  void openThePaper() {
    paper = world.city().paper("Beschlussvorlage");
    user = people.user("sachbearbeitung", "camunda-admin");
    context = browser.login(user, People.PASSWORD);
    page = context.newPage();
    complaints.clear();
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void open() {
    page.navigate("/vorgaenge/#" + paper.id + "/text");
    assertThat(part("Begründung")).isVisible();
  }

  private Locator part(String label) {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  private Locator tool(String part, String name) {
    return page.getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName(part + " gestalten"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private String stored(int part) {
    return texts.text(paper.id).parts().get(part).html();
  }

  private Locator tab(String name) {
    return page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*"
        + name + "\\s*$"))).first();
  }

  private void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Test
  void aTextIsWrittenWithTheKeyboardAlone() {
    open();
    part("Begründung").focus();
    page.keyboard().type("Die Bänke sind ");
    page.keyboard().press("Control+b");
    page.keyboard().type("morsch");
    page.keyboard().press("Control+b");
    page.keyboard().type(".");
    page.keyboard().press("Enter");
    page.keyboard().press("Shift+Tab");
    assertThat(tool("Begründung", "Fett")).isFocused();
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(tool("Begründung", "Aufzählung")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().type("Holz");
    page.keyboard().press("Enter");
    page.keyboard().type("Metall");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    tool("Begründung", "Tabelle").click();
    page.locator(".ProseMirror th").first().click();
    page.keyboard().type("Jahr");
    button("Text speichern").click();

    assertThat(page.getByText("Der Text ist gespeichert.")).isVisible();
    assertThat(stored(1)).startsWith("<p>Die Bänke sind <strong>morsch</strong>.</p><ul><li>Holz</li><li>Metall</li></ul>"
        + "<table><thead><tr><th scope=\"col\">Jahr</th>");
    screenshot("text-editor");
    TestBrowser.assertAccessible(page);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aWordFileIsSeenBeforeItIsTakenOver() {
    open();
    page.locator("input[type=file]").setInputFiles(WORD);

    assertThat(page.getByText("1 Bild in der Begründung wurde nicht übernommen: bitte als Anlage hochladen."))
        .isVisible();
    assertThat(page.locator(".gl-word-preview")).containsText("neue Bänke");
    screenshot("text-word-preview");
    TestBrowser.assertAccessible(page);
    assertThat(stored(0)).isEmpty();

    button("Text übernehmen").click();
    assertThat(page.getByText("Der Text aus „libreoffice.docx“ ist übernommen.")).isVisible();
    assertThat(part("Beschlussvorschlag")).containsText("neue Bänke");
    assertThat(stored(0)).contains("<strong>neue Bänke</strong>");
    Download download = page.waitForDownload(() ->
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Word-Datei herunterladen")).click());
    assertThat(download.suggestedFilename()).endsWith(".docx");
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatWasTypedOutlivesTheSession() {
    open();
    part("Begründung").fill("Mühsam getippt.");
    context.clearCookies();
    button("Text speichern").click();
    assertThat(page.getByText("Ihre Sitzung ist beendet.")).isVisible();
    assertThat(part("Begründung")).hasText("Mühsam getippt.");

    BrowserContext again = browser.login(user, People.PASSWORD);
    context.addCookies(again.cookies().stream().map(cookie -> new Cookie(cookie.name,
        cookie.value).setDomain(cookie.domain).setPath(cookie.path)).toList());
    again.close();
    page.onDialog(dialog -> dialog.accept());
    page.reload();
    assertThat(page.getByText("Ihre nicht gespeicherten Eingaben")).isVisible();
    assertThat(part("Begründung")).hasText("Mühsam getippt.");
    button("Text speichern").click();
    assertThat(page.getByText("Der Text ist gespeichert.")).isVisible();
    assertThat(stored(1)).isEqualTo("<p>Mühsam getippt.</p>");
  }

  @Test
  void somebodyElsesChangeIsNotOverwritten() {
    open();
    part("Begründung").fill("Meins.");
    texts.save(paper.id, texts.text(paper.id).version(),
        Map.of(PaperSection.REASONS, "<p>Ihres.</p>"));
    button("Text speichern").click();

    assertThat(page.getByText("Der Text wurde inzwischen von jemand anderem geändert.")).isVisible();
    assertThat(part("Begründung")).hasText("Meins.");
    assertThat(stored(1)).isEqualTo("<p>Ihres.</p>");
  }

  @Test
  void theTaskShowsTheTextThatCameFromWord() {
    page.navigate("/camunda/app/tasklist/default/#/?task=" + clerk.task(paper.process(), "Task_Draft").getId());
    page.getByText("Diese Aufgabe übernehmen").first().click();
    assertThat(page.getByLabel("Begründung")).isEnabled();
    page.getByLabel("Begründung").fill("Alt.");
    tab("Text").click();
    page.locator("input[type=file]").setInputFiles(WORD);
    button("Text übernehmen").click();
    assertThat(page.getByText("Der Text aus „libreoffice.docx“ ist übernommen.")).isVisible();
    // The browser's own button speaks the browser's language.
    assertThat(page.locator("input[type=file]")).isHidden();
    screenshot("text-task");

    tab("Formular").click();
    assertThat(page.getByLabel("Begründung")).hasValue(Pattern.compile("^Die Bänke sind morsch\\[1\\]"));
    assertThat(page.getByText("Mit Tabellen oder Hervorhebungen: Beschlussvorschlag, Begründung.")).isVisible();
    screenshot("text-form");
    Locator complete = page.locator("button[ng-click=\"complete()\"]");
    complete.click();
    assertThat(complete).isHidden();
    assertThat(stored(1)).contains("<u>morsch</u>", "<table>");
    assertThat(complaints).isEmpty();
  }
}

package de.gremienlauf.paper.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.gremienlauf.document.BadFiles;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tab „Anlagen“ as a clerk has it before her. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsBrowserTest {

  private static final String LONG = "Übersicht der Straßenbäume in den Stadtbezirken Innenstadt, Rodenkirchen, Lindenthal,"
      + " Ehrenfeld, Nippes, Chorweiler, Porz, Kalk und Mülheim einschließlich der Nachpflanzungen";

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private BrowserContext context;
  private Page page;
  private PaperRun paper;

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
    paper = world.city().paper("Beschlussvorlage");
    context = browser.login(people.user("gremienbuero", "sachbearbeitung"), People.PASSWORD);
    page = context.newPage();
    page.navigate("/vorgaenge/#" + paper.id + "/anlagen");
    assertThat(page.getByText("Die Vorlage hat keine Anlagen.")).isVisible();
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
    context.close();
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static FilePayload text(String name) {
    return file(name, ("Text von " + name).getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload twoPages(String name) {
    return file(name, BadFiles.pdf(document -> document.addPage(new PDPage())));
  }

  private void choose(FilePayload... files) {
    page.locator(".gl-drop input[type=file]").setInputFiles(files);
  }

  /** Drags files from the desktop onto the page. */
  private void drop(FilePayload... files) {
    JSHandle dragged = page.evaluateHandle("files => { const data = new DataTransfer(); for (const one of files) {"
        + " data.items.add(new File([Uint8Array.from(atob(one.content), (c) => c.charCodeAt(0))], one.name)); }"
        + " return data; }", List.of(files).stream().map(one -> Map.of("name", one.name, "content",
            Base64.getEncoder().encodeToString(one.buffer))).toList());
    page.locator(".gl-drop").dispatchEvent("dragover", Map.of("dataTransfer", dragged));
    page.locator(".gl-drop").dispatchEvent("drop", Map.of("dataTransfer", dragged));
  }

  private Locator attachment(int number) {
    return page.locator(".gl-files > li").nth(number - 1);
  }

  private Locator named(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void photograph(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name)).setFullPage(true));
  }

  @Test
  void filesAreDroppedAndOneThatIsRefusedDoesNotStopTheOthers() {
    drop(twoPages("Lageplan Bürgerhaus.pdf"), file("Logo.svg", BadFiles.all().get("a drawing with a script").content()),
        text(LONG + ".txt"), file("Bescheid.pdf", BadFiles.all().get("a PDF with JavaScript").content()));

    assertThat(page.locator(".gl-uploads > li")).hasCount(4);
    assertThat(page.getByText("2 Dateien hochgeladen, 2 nicht angenommen.")).isVisible();
    assertThat(page.locator(".gl-uploads > li").nth(1)).containsText("Logo.svg");
    assertThat(page.locator(".gl-uploads > li").nth(1)).containsText("von keinem erlaubten Typ");
    assertThat(page.locator(".gl-uploads > li").nth(3)).containsText("JavaScript");
    assertThat(page.locator(".gl-uploads .gl-ok")).hasCount(2);
    assertThat(page.locator(".gl-files > li")).hasCount(2);
    assertThat(attachment(1)).containsText("Anlage 1: Lageplan Bürgerhaus");
    assertThat(attachment(2)).containsText(LONG);
    photograph("anlagen-hochgeladen.png");
    TestBrowser.assertAccessible(page);
    named("Hinweis zu Logo.svg entfernen").click();
    assertThat(page.locator(".gl-uploads > li")).hasCount(3);
  }

  @Test
  void aFileThatIsTooLargeIsNamedWithoutBeingSent() {
    page.evaluate("() => { const data = new DataTransfer();"
        + " data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'gross.txt'));"
        + " data.items.add(new File(['klein'], 'klein.txt'));"
        + " document.querySelector('.gl-drop').dispatchEvent("
        + " new DragEvent('drop', { dataTransfer: data, cancelable: true })); }");
    assertThat(page.locator(".gl-uploads > li").first()).containsText("erlaubt sind höchstens 50 MB");
    assertThat(attachment(1)).containsText("klein");
  }

  @Test
  void pagesAreShownInThePage() {
    choose(twoPages("Lageplan.pdf"));
    named("Vorschau von Anlage 1").click();
    Locator shown = page.getByAltText("Anlage 1: Lageplan, Seite 1 von 2");
    assertThat(shown).isVisible();
    assertThat(shown).hasJSProperty("naturalWidth", 1000);
    named("Nächste Seite").click();
    assertThat(page.getByAltText("Anlage 1: Lageplan, Seite 2 von 2")).isVisible();
    assertThat(named("Nächste Seite")).isDisabled();
    photograph("anlagen-vorschau.png");
    named("Vorschau schließen").click();
    assertThat(page.locator(".gl-preview")).hasCount(0);
  }

  @Test
  void attachmentsAreDescribedReplacedAndOrderedByKeyboard() {
    choose(text("Erste.txt"), text("Zweite.txt"));
    assertThat(page.locator(".gl-files > li")).hasCount(2);
    named("Anlage 2 ändern").press("Enter");
    page.locator(".gl-files").getByLabel("Bezeichnung").fill("Angebote der Firmen");
    page.locator(".gl-files").getByLabel("öffentlich").press("Space");
    page.locator(".gl-files").getByLabel("wird mitgedruckt").press("Space");
    page.locator(".gl-files").getByLabel("Bezeichnung").press("Enter");
    assertThat(page.getByText("Anlage 2 ist geändert.")).isVisible();
    assertThat(attachment(2)).containsText("nichtöffentlich");
    assertThat(attachment(2)).containsText("wird nicht mitgedruckt");

    named("Anlage 2 nach oben").press("Enter");
    assertThat(attachment(1)).containsText("Anlage 1: Angebote der Firmen");

    page.locator(".gl-files input[type=file]").first().setInputFiles(text("Angebote 2.txt"));
    assertThat(attachment(1)).containsText("Angebote 2.txt");
    assertThat(attachment(1)).containsText("Fassung 2 vom 05.01.2026");
    attachment(1).locator("summary").press("Enter");
    assertThat(attachment(1)).containsText("Zweite.txt");
    assertThat(attachment(1)).containsText("SHA-256:");
    photograph("anlagen-fassungen.png");

    named("Anlage 2 löschen").press("Enter");
    named("Ja, löschen").press("Enter");
    assertThat(page.locator(".gl-files > li")).hasCount(1);
  }

  @Test
  void whatIsSignedCannotBeChanged() {
    choose(text("Plan.txt"));
    assertThat(page.locator(".gl-files > li")).hasCount(1);
    paper.release(new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5)));
    named("Anlage 1 löschen").click();
    named("Ja, löschen").click();
    assertThat(page.getByText("Anlagen lassen sich nur entfernen, solange die Vorlage ein Entwurf ist."))
        .isVisible();
    page.reload();
    assertThat(page.getByText("Die Vorlage ist gezeichnet: Ihre Anlagen bleiben, wie sie sind.")).isVisible();
    assertThat(named("Anlage 1 löschen")).hasCount(0);
    assertThat(page.locator(".gl-drop")).hasCount(0);
    assertThat(page.getByText("Ergänzung nachreichen")).isVisible();
    photograph("anlagen-gezeichnet.png");
  }
}

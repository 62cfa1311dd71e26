package de.gremienlauf.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, as the people of a German administration have it before them. */
public final class TestBrowser implements AutoCloseable {

  /** Milliseconds. Other tests share the machine: what takes a moment alone may take long. */
  private static final int PATIENCE = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final String base;

  private TestBrowser(Playwright playwright, Browser browser, String base) {
    this.playwright = playwright;
    this.browser = browser;
    this.base = base;
  }

  /** Starts it. Without one the test is skipped, unless the environment is to have one: {@code CI} is set. */
  public static TestBrowser start(int port) {
    Path chromium = Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
            "/usr/bin/chromium-browser")
        .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    if (chromium == null) {
      String missing = "No browser: install Chromium or name one in the environment variable CHROMIUM";
      if (System.getenv("CI") != null) {
        fail(missing);
      }
      Assumptions.abort(missing + "; the browser tests are skipped");
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")));
    return new TestBrowser(playwright, browser, "http://localhost:" + port);
  }

  /** A browser of its own for a user, logged in as in Tasklist. */
  public BrowserContext login(String userId, String password) {
    return login(userId, password, "de-DE");
  }

  /** The same with a browser that is set to another language. */
  public BrowserContext login(String userId, String password, String locale) {
    BrowserContext context = open(locale);
    context.request().get("/camunda/app/tasklist/default/", RequestOptions.create().setMaxRedirects(0));
    String token = context.cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
        .map(cookie -> cookie.value).findFirst().orElseThrow();
    var answer = context.request().post("/camunda/api/admin/auth/user/default/login/tasklist", RequestOptions.create()
        .setHeader("X-XSRF-TOKEN", token)
        .setForm(FormData.create().set("username", userId).set("password", password)));
    assertThat(answer.status()).as("login of %s: %s", userId, answer.text()).isEqualTo(200);
    // The session gets its new token with the first page after the login.
    context.request().get("/camunda/app/tasklist/default/", RequestOptions.create().setMaxRedirects(0));
    return context;
  }

  /** A browser of its own in which nobody has logged in. */
  public BrowserContext open() {
    return open("de-DE");
  }

  private BrowserContext open(String locale) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(base).setLocale(locale)
        .setTimezoneId("Europe/Berlin").setViewportSize(1366, 768));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /** The page has no serious barrier (WCAG 2.1 A and AA). */
  public static void assertAccessible(Page page) {
    assertAccessible(page, "body");
  }

  /** The same for a part of the page, found by its selector: whoever looks at many tasks need not read the lists around. */
  public static void assertAccessible(Page page, String part) {
    // There are no frames that would need a page of their own for each look.
    List<String> serious = new AxeBuilder(page).setLegacyMode(true).include(part).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
        .analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(TestBrowser::told).toList();
    assertThat(serious).as(page.url()).isEmpty();
  }

  /** What a person can read or hear on the page: texts, choices, placeholders, tooltips and labels for screen readers. */
  private static final String ALL_TEXT = """
      (except) => {
        const texts = [document.title];
        const own = 'script, style, noscript, textarea, [contenteditable]' + except;
        const visit = (node) => {
          if (node.nodeType === Node.TEXT_NODE) {
            texts.push(node.data);
          } else if (node.nodeType === Node.ELEMENT_NODE && node.checkVisibility({ visibilityProperty: true })) {
            for (const name of ['placeholder', 'title', 'aria-label', 'aria-description', 'alt']) {
              texts.push(node.getAttribute(name) ?? '');
            }
            if (!node.matches('h5.assignee, .tasklist-card-plugin strong')) { // product.css hides these
              texts.push(node.getAttribute('uib-tooltip') ?? '');
            }
            if (node.matches('input[type=button], input[type=submit], input[type=reset]')) {
              texts.push(node.value);
            }
            if (node.matches('select')) {
              texts.push(...[...node.options].map((option) => option.text));
            } else if (!node.matches(own)) {
              node.childNodes.forEach(visit);
            }
          }
        };
        visit(document.body);
        return texts.map((text) => text.trim()).filter(Boolean);
      }""";

  /** No English, no name from the programme and no typing error is left on the page. */
  public static void assertGerman(Page page) {
    assertGerman(page, "");
  }

  /** The same but for what these selectors (each with a comma before it) find, e.g. keys in tables of operators. */
  @SuppressWarnings("unchecked")
  public static void assertGerman(Page page, String except) {
    List<String> foreign = ((List<String>) page.evaluate(ALL_TEXT, except)).stream().distinct()
        .flatMap(text -> GermanWords.unknown(text).stream().map(word -> word + " in „" + text + "“")).toList();
    assertThat(foreign).as("%s: words that are not German (or belong into german/allowed-words.txt)", page.url())
        .isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
        .map(node -> String.valueOf(node.getHtml())).limit(3).toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

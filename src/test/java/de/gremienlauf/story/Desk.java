package de.gremienlauf.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.util.regex.Pattern;

/**
 * A person at their desk, with a browser of their own: works with what stands on the screen, and waits for days to pass
 * and for the machinery behind to get its work done.
 */
final class Desk implements AutoCloseable {

  static final String GROUPS = "Aufgaben meiner Gruppen";
  static final String IN_PLACE_OF_OTHERS = "In Vertretung";

  final String userId;
  final BrowserContext context;
  final Page page;

  private Desk(String userId, BrowserContext context) {
    this.userId = userId;
    this.context = context;
    this.page = context.newPage();
  }

  /** Logs in and looks at the task list. */
  static Desk of(TestBrowser browser, String userId) {
    Desk desk = new Desk(userId, browser.login(userId, People.PASSWORD));
    desk.toTasks();
    return desk;
  }

  /** Nobody has logged in yet. */
  static Desk closed(TestBrowser browser, String userId) {
    return new Desk(userId, browser.open());
  }

  /** The same person in a second window, which shows the same. */
  Desk secondWindow() {
    Desk second = new Desk(userId, context);
    second.page.navigate(page.url());
    assertThat(second.complete()).isVisible();
    return second;
  }

  void toTasks() {
    page.navigate("/camunda/app/tasklist/");
    assertThat(page.getByText(GROUPS).first()).isVisible();
  }

  /** Chooses one of the lists on the left. */
  void list(String name) {
    page.locator(".task-filters, .column-left").getByText(name).first().click();
  }

  /** Opens the start form of a process. */
  void start(String process) {
    page.getByText("Prozess starten").first().click();
    page.locator(".modal-content").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(form().locator("label").first()).isVisible();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** The button that starts the process. */
  Locator startButton() {
    return page.locator(".modal-content").getByRole(AriaRole.BUTTON,
        new Locator.GetByRoleOptions().setName("Start").setExact(true));
  }

  /** The card of a task of that name that mentions a subject. */
  Locator card(String task, String subject) {
    return page.locator("li.task", new Page.LocatorOptions().setHasText(subject))
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING,
            new Page.GetByRoleOptions().setName(task).setExact(true))));
  }

  /** Finds a task among those of the groups and takes it over. */
  void take(String task, String subject) {
    take(GROUPS, task, subject);
  }

  /** Finds a task in one of the lists on the left and takes it over. */
  void take(String list, String task, String subject) {
    see(list, task, subject);
    takeOpened();
  }

  /** Takes over the task that is open. */
  void takeOpened() {
    Locator takeOver = page.getByText("Diese Aufgabe übernehmen").first();
    takeOver.click();
    assertThat(takeOver).isHidden();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(complete()).isEnabled();
  }

  /** Opens a task of the groups without taking it over. */
  void see(String task, String subject) {
    see(GROUPS, task, subject);
  }

  private void see(String list, String task, String subject) {
    toTasks();
    list(list);
    card(task, subject).first().locator("h4 a").click();
    assertThat(form().locator("p, label").first()).isVisible();
  }

  /** The form that is open: that of a task or of the start of a process. */
  Locator form() {
    return page.locator(".task-card .fjs-container, .modal-content .fjs-container").first();
  }

  Locator complete() {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen"));
  }

  private static Pattern labelled(String label) {
    return Pattern.compile("^" + quoted(label) + "\\*?$");
  }

  private static Pattern exactly(String text) {
    return Pattern.compile("^" + quoted(text) + "$");
  }

  /** The browser knows no {@code \\Q...\\E}. */
  private static String quoted(String text) {
    return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
  }

  /** A field by its label. */
  Locator field(String label) {
    return form().getByLabel(labelled(label)).first();
  }

  Desk enter(String label, String text) {
    field(label).fill(text);
    return this;
  }

  /** Ticks a box or chooses a radio button. */
  Desk choose(String label) {
    field(label).check();
    return this;
  }

  /** Chooses from a list that opens. */
  Desk select(String label, String option) {
    form().locator(".fjs-form-field", new Locator.LocatorOptions().setHas(page.locator("label",
            new Page.LocatorOptions().setHasText(labelled(label)))))
        .locator(".fjs-input-group, .fjs-taglist").first().click();
    form().locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(
        exactly(option))).click();
    return this;
  }

  /** Opens one of the tabs of the task. */
  void tab(String name) {
    page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(name)).first().click();
  }

  /** Presses "Abschließen"; the task is gone. */
  void finish() {
    assertThat(complete()).isEnabled();
    complete().click();
    assertThat(complete()).isHidden();
  }

  /** Presses "Abschließen" and reads why it was refused; the task stays open. */
  void finishRefused(String sentence) {
    assertThat(complete()).isEnabled();
    complete().click();
    assertThat(message(sentence)).isVisible();
    assertThat(complete()).isVisible();
  }

  /** The form itself says what is wrong, at the field; "Abschließen" cannot be pressed with effect. */
  void wrongAt(String label, String sentence) {
    Locator field = form().locator(".fjs-form-field", new Locator.LocatorOptions().setHas(page.locator("label",
        new Page.LocatorOptions().setHasText(labelled(label)))));
    assertThat(field.last()).containsText(sentence);
    assertThat(complete()).isVisible();
  }

  /** A message above the page. */
  Locator message(String sentence) {
    return page.locator("[notifications-panel]").getByText(sentence).first();
  }

  /** A page of our own has no serious barriers. */
  void assertAccessible() {
    TestBrowser.assertAccessible(page);
  }

  @Override
  public void close() {
    context.close();
  }

}

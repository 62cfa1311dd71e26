package de.gremienlauf.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TaskStories;
import de.gremienlauf.support.TestBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Opens the form of every user task, every start form and every page, as somebody has them before them whose browser is
 * set to English: no English is left, no barrier is new, no form takes wrong input, and a picture of each lies in
 * {@code target/pictures}.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormGalleryBrowserTest {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM = ".fjs-container";
  private static final String TASK = ".task-card";
  private static final String START = ".modal-dialog";
  private static final String PAGE = "body";
  /** The height of a laptop; what does not fit is also taken as a whole. */
  private static final int LAPTOP = 768;
  /** What head, tabs and buttons of Tasklist take beside a form. */
  private static final int AROUND_A_FORM = 420;
  /** Where operators read names and keys that models and people have chosen. */
  private static final String KEYS = ", tbody, .deployments, .resources, .diagram-holder";
  /** Where lists show what other tests have written. */
  private static final String LISTED = ", tbody, main li";
  /** Texts of the web applications that are not loaded yet. */
  private static final String LOADED = """
      () => ![document.title, document.body.innerText,
        ...[...document.querySelectorAll('[placeholder], [title], [uib-tooltip]')].filter((node) => node.checkVisibility())
          .flatMap((node) => ['placeholder', 'title', 'uib-tooltip'].map((name) => node.getAttribute(name) ?? ''))]
        .some((text) => /[A-Z]{3,}_[A-Z]{3,}/.test(text))""";

  /** Fields that a form shows in cases other than that of its story, or with another choice from a list. */
  private static final Map<String, Set<String>> IN_OTHER_CASES = Map.of(
      "meeting", Set.of("Field_jointBodies"),
      "paper", Set.of("Field_superordinatedPaper"),
      "Task_Draft", Set.of("Field_originator"),
      "Task_CheckNotice", Set.of("Field_postedOn"),
      "Task_RecordNotice", Set.of("Field_noOutcomeReason"),
      "Task_RecordAmendment", Set.of("Field_rate", "Field_eligibleTotal", "Field_grantLimit"));

  @Autowired People people;
  @Autowired Council council;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired Clerk clerk;
  @Autowired List<TaskStories> stories;
  @LocalServerPort int port;

  private TestBrowser browser;
  private BrowserContext context;
  private Page page;
  private String user;
  private final List<String> errors = new ArrayList<>();

  @BeforeAll
  void open() {
    browser = TestBrowser.start(port);
    council.addOffice(council.ownMunicipality(), "Grünflächenamt", "amt-67");
    user = people.user("amt-67", "sachbearbeitung", "gremienbuero", "schriftfuehrung", "zeichnung",
        "foerdercontrolling", "camunda-admin");
    context = browser.login(user, People.PASSWORD, "en-US");
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text() + " " + message.location());
      }
    });
    page.navigate(TASKLIST);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
    errors.clear();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private Map<String, Supplier<Task>> allStories() {
    Map<String, Supplier<Task>> all = new TreeMap<>();
    stories.forEach(some -> all.putAll(some.stories()));
    return all;
  }

  private Task task(String key) {
    Task task = allStories().get(key).get();
    tasks.setAssignee(task.getId(), user);
    return task;
  }

  private void open(Task task) {
    page.navigate(TASKLIST + "#/?task=" + task.getId());
    assertThat(page.locator(".task-card .names", new Page.LocatorOptions().setHasText(task.getName()))).isVisible();
    assertThat(button("complete()")).isVisible();
    assertThat(page.locator(TASK).locator(FORM)).isVisible();
  }

  private Locator button(String action) {
    return page.locator("button[ng-click=\"" + action + "\"]");
  }

  /** Takes pictures of what is open and looks for what nobody should find there; barriers in a part of it. */
  private void look(String name, String part, int height, String ownWords) {
    picture(name + "-1920x1080", 1920, 1080);
    if (height > LAPTOP) {
      picture(name + "-ganz", 1366, height);
    }
    picture(name + "-1366x768", 1366, LAPTOP);
    List<String> seen = List.copyOf(errors);
    errors.clear();
    assertAll(name, () -> TestBrowser.assertGerman(page, ownWords),
        () -> TestBrowser.assertAccessible(page, part), () -> assertThat(seen).isEmpty());
  }

  private void picture(String name, int width, int height) {
    page.setViewportSize(width, height);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  static Stream<String> userTasks() {
    return Models.userTasks();
  }

  @Test
  void everyUserTaskHasAStory() {
    assertThat(allStories().keySet()).containsExactlyInAnyOrderElementsOf(userTasks().toList());
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void formOfATask(String key) throws IOException {
    Task task = task(key);
    open(task);
    Locator form = page.locator(TASK).locator(FORM);
    lookAtForm("forms/" + key, TASK, form);
    assertThat(tryWrongInput(form, button("complete()"), () -> forms.getDeployedTaskForm(task.getId())))
        .as("fields that never came into sight").isEqualTo(IN_OTHER_CASES.getOrDefault(key, Set.of()));
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
  }

  private void lookAtForm(String name, String part, Locator form) {
    look(name, part, (int) form.boundingBox().height + AROUND_A_FORM, "");
  }

  /** Tries them and names the fields that it did not see. */
  private Set<String> tryWrongInput(Locator form, Locator button, Supplier<InputStream> schema) throws IOException {
    Set<String> unseen;
    try (InputStream stream = schema.get()) {
      unseen = new WrongInput(page, form, button, JSON.readTree(stream)).tryAll();
    }
    // Whoever has read a refusal closes it; it would lie over the next task.
    page.locator(".page-notifications .close").evaluateAll("(all) => all.forEach((close) => close.click())");
    // The browser notes each answer that refuses something.
    assertThat(errors).allMatch(error -> error.contains("status of 400"));
    return unseen;
  }

  static Stream<String> startedByPeople() {
    return Models.startedByPeople();
  }

  @ParameterizedTest
  @MethodSource("startedByPeople")
  void startForm(String process) throws IOException {
    page.navigate("about:blank");
    page.navigate(TASKLIST + "#/?processStart=" + process);
    Locator form = page.locator(START).locator(FORM);
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
        .singleResult().getId();
    long before = runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
    try {
      assertThat(form).isVisible();
      lookAtForm("start/" + process, START, form);
      assertThat(tryWrongInput(form, button("startProcessInstance()"), () -> forms.getDeployedStartForm(definition)))
          .as("fields that never came into sight").isEqualTo(IN_OTHER_CASES.getOrDefault(process, Set.of()));
      assertThat(runtime.createProcessInstanceQuery().processDefinitionId(definition).count()).isEqualTo(before);
    } finally {
      // The next task would open behind the dialog.
      page.navigate("about:blank");
    }
  }

  @ParameterizedTest
  @CsvSource({"Task_CoSign, Vorgang Beratungsfolge Anlagen Historie Diagramm Beschreibung",
      "Task_HoldMeeting, Sitzung", "Task_CheckNotice, Förderprojekt"})
  void tabsOfATask(String key, String tabs) {
    open(task(key));
    for (String tab : tabs.split(" ")) {
      page.locator(".task-card .nav-tabs a", new Page.LocatorOptions().setHasText(tab)).first().click();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.getByText("Bitte warten")).hasCount(0);
      look("tabs/" + tab, PAGE, 0, "");
    }
  }

  /** The pages that show something without a paper, meeting or project. */
  static Stream<String> ownPages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/static"))) {
      return files.filter(file -> file.endsWith("index.html")).map(file -> file.getParent().getFileName().toString())
          .filter(page -> !page.equals("sitzung")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("ownPages")
  void ownPage(String name) {
    lookAtPages("/" + name + "/", List.of(""), LISTED);
  }

  @Test
  void pagesOfPapers() {
    Task task = task("Task_CoSign");
    Object paper = clerk.variable(task.getProcessInstanceId(), "paperId");
    lookAtPages("/vorgaenge/index.html", List.of("#" + paper, "#" + paper + "/beratungsfolge",
        "#" + paper + "/anlagen"));
  }

  @Test
  void pagesOfMeetings() {
    Object meeting = clerk.variable(task("Task_HoldMeeting").getProcessInstanceId(), "meetingId");
    lookAtPages("/sitzung/?id=" + meeting, List.of(""));
  }

  @Test
  void pagesOfProjects() {
    Object project = clerk.variable(task("Task_CheckNotice").getProcessInstanceId(), "projectId");
    lookAtPages("/foerderung/", Stream.of("ueberblick", "fristen", "bescheide",
        "vorlagen", "ergebnisse", "beteiligte", "finanzen", "verlauf").map(view -> "#" + project + "/" + view).toList());
  }

  private void lookAtPages(String path, List<String> views) {
    lookAtPages(path, views, "");
  }

  private void lookAtPages(String path, List<String> views, String ownWords) {
    for (String view : views) {
      page.navigate("about:blank");
      page.navigate(path + view);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator("main h1, main h2").first()).isVisible();
      assertThat(page.getByText("Bitte warten")).hasCount(0);
      page.setViewportSize(683, 384);
      assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
          .as("%s%s at 200 %% goes beyond the window", path, view).isLessThanOrEqualTo(0);
      look("pages" + path.replaceAll("\\?.*|index.html", "") + view.replaceAll("#\\d+/?", "einzeln-"), PAGE, 0,
          ownWords);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"welcome/default/", "admin/default/#/users", "admin/default/#/groups",
      "admin/default/#/authorization?resource=0", "cockpit/default/#/dashboard", "cockpit/default/#/abgeschlossen",
      "cockpit/default/#/processes", "cockpit/default/#/tasks", "cockpit/default/#/decisions", "cockpit/default/#/repository"})
  void webApplication(String address) {
    page.navigate("about:blank");
    page.navigate("/camunda/app/" + address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForFunction(LOADED);
    look("apps/" + address.replaceAll("default/|#/|[?=]", ""), PAGE, 0, KEYS);
  }
}

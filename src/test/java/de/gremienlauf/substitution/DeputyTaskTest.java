package de.gremienlauf.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.substitution.process.TaskDeputies;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.Overlap;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What deputies see of the tasks of absent people, over HTTP as Tasklist asks. */
@IntegrationTest
class DeputyTaskTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, Month.MAY, 3);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);

  @Autowired
  private Absences absences;
  @Autowired
  private DeputyTasks deputyTasks;
  @Autowired
  private TaskDeputies deputies;
  @Autowired
  private People people;
  @Autowired
  private Clerk clerk;
  @Autowired
  private TaskDriver driver;
  @Autowired
  private Council council;
  @Autowired
  private TaskService tasks;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;

  private String office;
  private String absent;
  private Person deputy;

  @BeforeEach
  void twoPeople() {
    on(MONDAY);
    office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + office, office);
    absent = people.user(UserGroups.CLERKS, office);
    deputy = people.browser(UserGroups.CO_SIGNERS);
  }

  @AfterEach
  void resetClock() {
    absences.list().stream().filter(absence -> absence.person().equals(absent))
        .forEach(absence -> absences.revoke(absence.id()));
    EngineClock.reset();
  }

  private void on(LocalDate day) {
    EngineClock.set(day.atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
  }

  /** A paper that waits for its draft in the office of who will be absent. */
  private String draft() {
    String[] process = new String[1];
    driver.as(people.user(UserGroups.CLERKS), () -> process[0] = clerk.start("paper", Map.of("type", "Mitteilung",
        "subject", "Vertretung " + UUID.randomUUID(), "leadOffice", "Amt " + office)).getId());
    clerk.runDueJobs();
    return clerk.task(process[0], "Task_Draft").getId();
  }

  private Long absence(LocalDate first, LocalDate last, String group) {
    return absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, absent, deputy.id, group, first, last));
  }

  private List<String> inDeputyship(Person person) {
    JsonNode filters = person.get(person.engine() + "/filter?resourceType=Task").json();
    String filter = StreamSupport.stream(filters.spliterator(), false)
        .filter(one -> one.path("name").asText().equals("In Vertretung")).findFirst().orElseThrow().path("id").asText();
    return StreamSupport.stream(person.get(person.engine() + "/filter/" + filter + "/list").json().spliterator(), false)
        .map(task -> task.path("id").asText()).toList();
  }

  private boolean sees(Person person, String task) {
    return person.get(person.engine() + "/task/" + task).status() == 200;
  }

  private int claim(Person person, String task) {
    return person.post(person.engine() + "/task/" + task + "/claim", Map.of("userId", person.id)).status();
  }

  @Test
  void theDeputySeesTheTasksOnThoseDaysAndNotAfter() {
    String before = draft();
    absence(TUESDAY, WEDNESDAY, null);
    assertThat(sees(deputy, before)).as("not before").isFalse();

    on(TUESDAY);
    jdbc.sql("update substitution_lock set aligned_on = null").update();
    deputies.look();
    String during = draft();
    assertThat(inDeputyship(deputy)).containsExactlyInAnyOrder(before, during);
    assertThat(sees(deputy, before)).isTrue();
    assertThat(deputy.get(deputy.engine() + "/task/" + before + "/form-variables").json().path("subject").path("value")
        .asText()).startsWith("Vertretung ");
    assertThat(deputy.get("/api/tasks/" + before + "/paper").status()).as("and the paper it is about").isEqualTo(200);
    assertThat(sees(people.login(absent, "tasklist"), before)).as("who is absent loses nothing").isTrue();
    deputies.look();
    assertThat(deputyTasks.open(before)).as("looking again changes nothing").hasSize(1);

    on(THURSDAY);
    deputies.look();
    assertThat(inDeputyship(deputy)).isEmpty();
    assertThat(sees(deputy, before)).isFalse();
    assertThat(sees(deputy, during)).isFalse();
    assertThat(claim(deputy, before)).isIn(403, 404);
    assertThat(deputy.get("/api/tasks/" + before + "/paper").status()).isEqualTo(404);
    assertThat(tasks.getIdentityLinksForTask(before)).noneMatch(link -> deputy.id.equals(link.getUserId())
        || Substitutions.mark(deputy.id).equals(link.getGroupId()));
  }

  @Test
  void aTaskThatIsBegunWhileAnAbsenceIsEnteredIsSeenAtTheNextLook() throws Exception {
    String[] task = new String[1];
    Overlap.of(transaction, () -> task[0] = draft(), () -> absence(MONDAY, TUESDAY, null));
    deputies.look();
    assertThat(inDeputyship(deputy)).containsExactly(task[0]);
  }

  @Test
  void whatTheDeputyTookOverAndDidNotDoGoesBack() {
    String mine = draft();
    String ours = draft();
    assertThat(claim(people.login(absent, "tasklist"), mine)).isEqualTo(204);
    absence(MONDAY, TUESDAY, null);
    assertThat(inDeputyship(deputy)).containsExactlyInAnyOrder(mine, ours);
    assertThat(claim(deputy, ours)).isEqualTo(204);
    assertThat(deputyTasks.open(ours).get(0).claimedAt()).isNotNull();
    assertThat(inDeputyship(deputy)).as("still there when taken over").contains(ours);
    assertThat(deputy.post(deputy.engine() + "/task/" + mine + "/unclaim", Map.of()).status()).isEqualTo(204);
    assertThat(inDeputyship(deputy)).as("given up, not lost").contains(mine);
    assertThat(claim(deputy, mine)).isEqualTo(204);
    assertThat(sees(people.login(absent, "tasklist"), mine)).as("who is absent still sees it").isTrue();
    on(WEDNESDAY);
    deputies.look();
    assertThat(tasks.createTaskQuery().taskId(ours).singleResult().getAssignee()).isNull();
    assertThat(tasks.createTaskQuery().taskId(mine).singleResult().getAssignee()).isEqualTo(absent);
    assertThat(sees(deputy, ours)).isFalse();
    assertThat(sees(deputy, mine)).isFalse();
  }

  @Test
  void whatTheDeputyDoesIsRecordedAsSuch() {
    String task = draft();
    absence(MONDAY, MONDAY, UserGroups.CLERKS);
    assertThat(inDeputyship(deputy)).as("an office's task is not in the scope").doesNotContain(task);
    absence(MONDAY, TUESDAY, null);
    assertThat(inDeputyship(deputy)).containsExactly(task);
    String process = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    assertThat(claim(deputy, task)).isEqualTo(204);
    assertThat(deputy.post(deputy.engine() + "/task/" + task + "/submit-form", Map.of("variables", Map.of(
        "subject", Map.of("value", "In Vertretung geschrieben"), "leadOffice", Map.of("value", "Amt " + office),
        "visibility", Map.of("value", "public"), "reasons", Map.of("value", "Weil.")))).status()).isEqualTo(204);
    assertThat(deputyTasks.in(process)).filteredOn(done -> done.taskId().equals(task)).singleElement()
        .satisfies(done -> {
          assertThat(done.person()).isEqualTo(absent);
          assertThat(done.deputy()).isEqualTo(deputy.id);
          assertThat(done.completedAt()).isNotNull();
        });
    assertThat(tasks.getProcessInstanceComments(process)).extracting(Comment::getFullMessage).contains(
        "In Vertretung für Erika " + absent + " übernommen.", "In Vertretung für Erika " + absent + " erledigt.");
    clerk.runDueJobs();
    String next = clerk.task(process, "Task_ConfirmSequence").getId();
    String paper = deputy.get("/api/tasks/" + next + "/paper").json().path("paperId").asText();
    assertThat(deputy.get("/api/papers/" + paper).json().path("events").toString())
        .contains("„Vorlage entwerfen“ in Vertretung für Erika " + absent + " erledigt.");
  }

  @Test
  void whoBelongsToTheGroupActsByRight() {
    String task = draft();
    Person colleague = people.login(people.user(UserGroups.CLERKS, office), "tasklist");
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, absent, colleague.id, null, MONDAY, MONDAY));
    assertThat(inDeputyship(colleague)).isEmpty();
    assertThat(claim(colleague, task)).isEqualTo(204);
  }

  @Test
  void theDeputysDeputyStepsInAndATakenBackAbsenceEndsIt() {
    String task = draft();
    Person third = people.browser(UserGroups.CO_SIGNERS);
    Long first = absence(MONDAY, WEDNESDAY, null);
    Long second = absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, deputy.id, third.id, null, TUESDAY, TUESDAY));
    assertThat(inDeputyship(third)).isEmpty();
    on(TUESDAY);
    deputies.look();
    assertThat(inDeputyship(third)).containsExactly(task);
    assertThat(inDeputyship(deputy)).isEmpty();
    absences.revoke(second);
    assertThat(inDeputyship(deputy)).containsExactly(task);
    assertThat(inDeputyship(third)).isEmpty();
    absences.revoke(first);
    assertThat(inDeputyship(deputy)).isEmpty();
  }

  @Test
  void aDeputyMayHaveTheLongestLogin() {
    String task = draft();
    deputy = people.login(people.withLogin(("lang-" + UUID.randomUUID()).concat("x".repeat(64)).substring(0, 64),
        UserGroups.CO_SIGNERS), "tasklist");
    Long id = absence(MONDAY, MONDAY, null);
    assertThat(inDeputyship(deputy)).containsExactly(task);
    assertThat(claim(deputy, task)).isEqualTo(204);
    absences.revoke(id);
    assertThat(inDeputyship(deputy)).isEmpty();
    assertThat(sees(deputy, task)).isFalse();
  }

  @Test
  void whatMarksTheTasksOfADeputyFitsTheEngine() {
    assertThat(Substitutions.mark("k".repeat(53))).isEqualTo("vertretung-" + "k".repeat(53));
    String one = Substitutions.mark("k".repeat(54));
    assertThat(one).isNotEqualTo(Substitutions.mark("k".repeat(55))).hasSizeLessThanOrEqualTo(64)
        .matches(Substitutions::isMark);
  }
}

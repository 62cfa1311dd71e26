package de.gremienlauf.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Superiors;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.reminder.process.AtOnceMails;
import de.gremienlauf.reminder.process.OpenWorkReader;
import de.gremienlauf.reminder.process.WeeklyLists;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.substitution.Substitutions;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders, daily mails and the weekly list, by days that pass and mails that arrive. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ReminderTest {

  /** A draft that begins on this Monday is due ten working days later, on Tuesday, 5 May 2026 (1 May is a holiday). */
  private static final LocalDate BEGIN = LocalDate.of(2026, 4, 20);
  private static final LocalDate DUE = LocalDate.of(2026, 5, 5);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identity;
  @Autowired ProcessMessages processes;
  @Autowired MailPreferences preferences;
  @Autowired Escalations escalations;
  @Autowired AtOnceMails atOnce;
  @Autowired OpenWorkReader work;
  @Autowired WeeklyLists weekly;
  @Autowired Absences absences;
  @Autowired Superiors superiors;
  @Autowired Council council;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private final List<String> mailed = new ArrayList<>();
  private String duties;

  @BeforeEach
  void beginOnMonday() {
    MailServer.clear();
    clerk.onDay(BEGIN);
    duties = processes.startProcess("daily-duties", "daily-duties", Map.of());
  }

  @AfterEach
  void letTimeRunAgain() {
    runtime.createProcessInstanceQuery().processDefinitionKey("daily-duties").list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "Ende der Prüfung"));
    mailed.forEach(identity::deleteUser);
    jdbc.sql("delete from daily_duty").update();
    MailServer.clear();
    EngineClock.reset();
  }

  /** A user in these groups who gets mail. */
  private String user(MailMode mode, String... groups) {
    String id = people.user(groups);
    User user = identity.createUserQuery().userId(id).singleResult();
    user.setEmail(id + "@musterstadt.example");
    identity.saveUser(user);
    preferences.set(id, mode);
    mailed.add(id);
    return id;
  }

  private String draftOf(String user) {
    String task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft").getId();
    if (user != null) {
      tasks.setAssignee(task, user);
    }
    assertThat(EngineClock.dayOf(tasks.createTaskQuery().taskId(task).singleResult().getDueDate())).isEqualTo(DUE);
    return task;
  }

  private List<String> texts(String user) throws Exception {
    clerk.runDueJobs();
    List<String> texts = new ArrayList<>();
    for (MimeMessage mail : MailServer.mailsTo(user + "@musterstadt.example")) {
      texts.add(mail.getSubject() + "\n" + mail.getContent());
    }
    return texts;
  }

  private List<EscalationStep> steps(String task) {
    return escalations.of(task).stream().map(Escalation::step).toList();
  }

  @Test
  void aReminderThenTheDeputyThenTheSuperior() throws Exception {
    String late = user(MailMode.AT_ONCE, "sachbearbeitung");
    String deputy = user(MailMode.DAILY, "sachbearbeitung");
    String superior = user(MailMode.AT_ONCE, "amtsleitung");
    String silent = user(MailMode.NONE, "sachbearbeitung");
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, late, deputy, null, DUE, DUE.plusDays(60)));
    String task = draftOf(late);
    String silentTask = draftOf(silent);

    clerk.onDay(DUE);
    assertThat(steps(task)).isEmpty();
    clerk.onDay(DUE.plusDays(1));
    assertThat(steps(task)).containsExactly(EscalationStep.REMIND);
    assertThat(texts(late)).hasSize(1).first().asString().startsWith("Eine Aufgabe ist überfällig\n")
        .contains("Vorlage entwerfen", "fällig seit 05.05.2026",
            "/camunda/app/tasklist/default/#/?task=" + task, "/einstellungen/");
    clerk.onDay(DUE.plusDays(2));
    assertThat(steps(task)).containsExactly(EscalationStep.REMIND);
    clerk.onDay(DUE.plusDays(6));
    assertThat(steps(task)).containsExactly(EscalationStep.REMIND, EscalationStep.INFORM_DEPUTY);
    assertThat(texts(deputy)).anyMatch(text -> text.contains("(Information der Vertretung)") && text.contains(task));
    clerk.onDay(DUE.plusDays(20));
    assertThat(steps(task)).containsExactly(EscalationStep.REMIND, EscalationStep.INFORM_DEPUTY,
        EscalationStep.INFORM_SUPERIOR);
    assertThat(texts(superior)).anyMatch(text -> text.contains("(Information der Vorgesetzten)")
        && text.contains(task));
    assertThat(steps(silentTask)).contains(EscalationStep.REMIND, EscalationStep.INFORM_SUPERIOR);
    assertThat(texts(silent)).isEmpty();
    JsonNode seen = people.browser("sachbearbeitung").get("/api/tasks/" + task + "/escalation").json();
    assertThat(seen).hasSize(3);
    assertThat(seen.path(0).path("step").asText()).isEqualTo("Erinnerung");
    assertThat(people.browser("mitzeichnung").get("/api/tasks/" + task + "/escalation").status()).isEqualTo(404);
  }

  @Test
  void daysWithoutTheApplicationAreNotMadeUpFor() throws Exception {
    String late = user(MailMode.AT_ONCE, "sachbearbeitung");
    String daily = user(MailMode.DAILY, "sachbearbeitung");
    draftOf(daily);
    String task = draftOf(late);
    clerk.onDay(DUE.plusDays(30));
    assertThat(steps(task)).containsExactly(EscalationStep.INFORM_SUPERIOR);
    assertThat(texts(late)).hasSize(1);
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("daily-duties").count()).isEqualTo(1);
    processes.startProcess("daily-duties", "daily-duties", Map.of());
    MailServer.clear();
    clerk.onDay(DUE.plusDays(31));
    assertThat(texts(daily)).as("two instances, one mail").hasSize(1);
    assertThat(texts(late)).isEmpty();
  }

  @Test
  void theMarkForADeputyIsNoGroup() {
    String absent = user(MailMode.NONE, "sachbearbeitung");
    String deputy = user(MailMode.NONE, "mitzeichnung");
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, absent, deputy, null, BEGIN, BEGIN.plusDays(4)));
    String task = draftOf(absent);
    assertThat(tasks.getIdentityLinksForTask(task)).extracting(IdentityLink::getGroupId)
        .contains(Substitutions.mark(deputy));
    assertThat(work.all()).filteredOn(open -> open.taskId().equals(task)).singleElement()
        .satisfies(open -> assertThat(open.groups()).containsExactly("sachbearbeitung"));
    assertThat(weekly.now().offices()).extracting(WeeklyList.Count::name)
        .noneMatch(name -> name.contains("In Vertretung"));
  }

  @Test
  void theSuperiorOfAnOfficeIsData() {
    String group = "amt-" + people.user().substring(1);
    String former = people.user();
    String current = people.user();
    var office = council.addOffice(council.ownMunicipality(), "Amt " + group, group);
    assertThat(superiors.add(office, former, null, LocalDate.of(2026, 4, 30))).isTrue();
    assertThat(superiors.add(office, current, LocalDate.of(2026, 5, 1), null)).isTrue();
    assertThat(superiors.add(office, current, LocalDate.of(2026, 5, 1), null)).isFalse();
    assertThat(superiors.ofGroups(List.of(group), LocalDate.of(2026, 4, 30))).containsExactly(former);
    assertThat(superiors.ofGroups(List.of("x", group), LocalDate.of(2026, 5, 1))).containsExactly(current);
    assertThat(superiors.ofGroups(List.of(), LocalDate.of(2026, 5, 1))).isEmpty();
  }

  @Test
  void theDailyMailTellsEverythingInOne() throws Exception {
    String user = user(MailMode.DAILY, "sachbearbeitung");
    String mine = draftOf(user);
    clerk.onDay(BEGIN.plusDays(1));
    assertThat(texts(user)).hasSize(1).first().asString().startsWith("Ihre Aufgaben am 21.04.2026\n")
        .contains("Guten Tag Erika", "Neu bei Ihnen (1):", mine);
    MailServer.clear();
    clerk.onDay(DUE);
    assertThat(texts(user)).hasSize(1).first().asString().contains("Heute fällig (1):", mine);
    MailServer.clear();
    clerk.onDay(DUE.plusDays(1));
    assertThat(texts(user)).hasSize(1).first().asString().contains("Überfällig (1):", "fällig seit 05.05.2026");
    clerk.onDay(DUE.plusDays(3));
    MailServer.clear();
    clerk.onDay(DUE.plusDays(4));
    assertThat(texts(user)).as("Saturday").isEmpty();
  }

  @Test
  void whoWantsItIsToldAtOnceOfWhatOthersDid() throws Exception {
    String user = user(MailMode.AT_ONCE, "sachbearbeitung");
    atOnce.look();
    EngineClock.set(BEGIN.atTime(9, 30).atZone(EngineClock.BERLIN).toInstant());
    String inGroup = draftOf(null);
    String taken = draftOf(null);
    identity.setAuthentication(user, List.of("sachbearbeitung"));
    tasks.claim(taken, user);
    identity.clearAuthentication();
    EngineClock.set(BEGIN.atTime(9, 31).atZone(EngineClock.BERLIN).toInstant());
    atOnce.look();
    assertThat(texts(user)).hasSize(1).first().asString().startsWith("Neu in Ihrer Gruppe: Vorlage entwerfen")
        .contains(inGroup, "fällig am 05.05.2026");
    atOnce.look();
    assertThat(texts(user)).hasSize(1);
    String assigned = draftOf(user);
    EngineClock.set(BEGIN.atTime(9, 32).atZone(EngineClock.BERLIN).toInstant());
    atOnce.look();
    assertThat(texts(user)).hasSize(2).anyMatch(text -> text.startsWith("Neu für Sie: ") && text.contains(assigned));
  }

  @Test
  void everybodySetsWhenMailComes() {
    Person person = people.browser("sachbearbeitung");
    assertThat(person.get("/api/settings/mail").json().path("mode").asText()).isEqualTo("DAILY");
    assertThat(person.put("/api/settings/mail", Map.of("mode", "NONE")).json().path("mode").asText())
        .isEqualTo("NONE");
    assertThat(preferences.of(person.id)).isEqualTo(MailMode.NONE);
    assertThat(person.put("/api/settings/mail", Map.of("mode", "STÜNDLICH")).status()).isEqualTo(400);
    assertThat(people.stranger().get("/api/settings/mail").status()).isEqualTo(401);
    assertThat(person.get("/einstellungen/").status()).isEqualTo(200);
    assertThat(person.withoutToken().put("/api/settings/mail", Map.of("mode", "DAILY")).status()).isEqualTo(403);
  }

  @Test
  void theWeeklyListGoesToHeadsOfOfficesAndIsASpreadsheet() throws Exception {
    String head = user(MailMode.AT_ONCE, "amtsleitung");
    String late = draftOf(user(MailMode.NONE, "sachbearbeitung"));
    clerk.onDay(DUE.plusDays(3));
    assertThat(texts(head)).filteredOn(text -> text.startsWith("Wochenliste vom ")).hasSize(1).first().asString()
        .contains("offen, ", "überfällig", "/wochenliste/");
    MailServer.clear();
    clerk.onDay(DUE.plusDays(6));
    assertThat(texts(head)).filteredOn(text -> text.startsWith("Wochenliste vom 11.05.2026")).hasSize(1);
    Person reader = people.login(head, "tasklist");
    JsonNode list = reader.get("/api/weekly-list").json();
    assertThat(list.path("late")).filteredOn(one -> one.path("taskId").asText().equals(late)).singleElement()
        .satisfies(one -> assertThat(one.toString()).contains("Erinnerung"));
    assertThat(escalations.byTask(List.of(late))).as("of no other task").containsOnlyKeys(late);
    assertThat(escalations.byTask(List.of())).isEmpty();
    People.Answer answer = reader.get("/api/weekly-list.xlsx");
    assertThat(answer.header("Content-Disposition")).contains("Wochenliste-2026-05-11.xlsx");
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
      boolean found = false;
      for (Row row : workbook.getSheet("Überfällige Aufgaben")) {
        Cell due = row.getCell(4);
        if (row.getRowNum() > 0 && due.getLocalDateTimeCellValue().toLocalDate().equals(DUE)) {
          assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
          assertThat(row.getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
          assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(4);
          found = true;
        }
      }
      assertThat(found).isTrue();
      assertThat(workbook.getSheet("Gefährdete Vorlagen")).isNotNull();
    }
    Person clerkOnly = people.browser("sachbearbeitung");
    assertThat(clerkOnly.get("/api/weekly-list").status()).isEqualTo(403);
    assertThat(clerkOnly.get("/api/weekly-list.xlsx").status()).isEqualTo(403);
    assertThat(people.stranger().get("/api/weekly-list.xlsx").status()).isEqualTo(401);
  }
}

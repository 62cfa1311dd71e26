package de.gremienlauf.operation.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.OutgoingMail;
import de.gremienlauf.support.GermanWords;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.People;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that is out of order makes real jobs fail until they are given up; then somebody is told. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class IncidentMailsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired IncidentMails incidents;
  @Autowired Outbox outbox;
  @Autowired People people;
  @Autowired IdentityService identity;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskDriver driver;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  private final List<String> users = new ArrayList<>();

  @BeforeEach
  void nothingStandsStill() {
    MailServer.clear();
    driver.onDay(DAY);
    // Somebody who can be told, or what others left behind would count as not told.
    user(UserGroups.ADMINISTRATORS);
    incidents.tell();
    forgetPeople();
    jdbc.sql("update incident_mail set mailed_at = '2026-01-01 00:00:00'").update();
    MailServer.clear();
  }

  @AfterEach
  void letTimeRunAgain() {
    forgetPeople();
    MailServer.clear();
    EngineClock.reset();
  }

  private void forgetPeople() {
    users.forEach(identity::deleteUser);
    users.clear();
  }

  private String user(String group) {
    String id = people.user(group);
    User user = identity.createUserQuery().userId(id).singleResult();
    user.setEmail(id + "@musterstadt.example");
    identity.saveUser(user);
    users.add(id);
    return id;
  }

  /** A mail whose delivery fails until the job is given up. */
  private String standingStill() {
    String batch = "stapel-" + UUID.randomUUID();
    String instance = new TransactionTemplate(transactions).execute(status -> {
      outbox.queue(batch,
          new OutgoingMail("erika@musterstadt.example", "Erika Muster", "Nachricht", "Text", List.of()));
      return outbox.dispatch(batch);
    });
    MailServer.stop();
    Job job = management.createJobQuery().processInstanceId(instance).singleResult();
    while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
      try {
        management.executeJob(job.getId());
      } catch (RuntimeException outOfOrder) {
        // As the job executor sees it too.
      }
    }
    MailServer.start();
    assertThat(runtime.createIncidentQuery().processInstanceId(instance).count()).isOne();
    return instance;
  }

  /** A test's own, told to these whatever the settings of the context say. */
  private int tellTo(String... addresses) {
    IncidentMails configured = new IncidentMails(runtime, repository, identity, outbox, jdbc, clock,
        List.of(addresses), "http://localhost:8080");
    return new TransactionTemplate(transactions).execute(status -> configured.tell());
  }

  private int written() {
    return jdbc.sql("select count(*) from outbox_mail where batch like 'incidents-%'").query(Integer.class).single();
  }

  private static List<String> errors(CapturedOutput log, String instance) {
    return log.getOut().lines().filter(line -> line.contains("ERROR") && line.contains(instance)).toList();
  }

  private List<String> textsTo(String user) throws Exception {
    driver.runDueJobs();
    List<String> texts = new ArrayList<>();
    for (MimeMessage mail : MailServer.mailsTo(user)) {
      texts.add(mail.getSubject() + "\n" + mail.getContent().toString().replace("\r\n", "\n"));
    }
    return texts;
  }

  @Test
  void whoCanMendItIsToldOnceWhatStandsStill() throws Exception {
    String administrator = user(UserGroups.ADMINISTRATORS);
    String analyst = user(UserGroups.ANALYSTS);
    String clerk = user(UserGroups.CLERKS);
    String instance = standingStill();
    assertThat(incidents.tell()).isOne();
    assertThat(incidents.tell()).isZero();
    String key = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
    assertThat(textsTo(administrator)).singleElement().asString()
        .startsWith("Gremienlauf: Ein Vorgang steht still\nGuten Tag,\n\nein Schritt ist mehrmals gescheitert")
        .contains("- Versand " + key + ", Schritt „Nachricht versenden“, seit 02.03.2026",
            "http://localhost:8080/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
    assertThat(GermanWords.unknown(textsTo(administrator).get(0).replace(key, "").replaceAll("http\\S+", "")))
        .isEmpty();
    assertThat(textsTo(analyst)).hasSize(1);
    assertThat(textsTo(clerk)).isEmpty();
  }

  @Test
  void manyAtOnceMakeOneMailAndThenAPause() throws Exception {
    String administrator = user(UserGroups.ADMINISTRATORS);
    for (int i = 0; i < 22; i++) {
      standingStill();
    }
    assertThat(incidents.tell()).isEqualTo(22);
    standingStill();
    assertThat(incidents.tell()).as("within the pause").isZero();
    assertThat(textsTo(administrator)).singleElement().asString()
        .startsWith("Gremienlauf: 22 Vorgänge stehen still").contains("und 2 weitere.");
    jdbc.sql("update incident_mail set mailed_at = '2026-03-01 00:00:00'").update();
    assertThat(incidents.tell()).isOne();
    assertThat(textsTo(administrator)).hasSize(2);
  }

  @Test
  void aMailAboutIncidentsThatCannotBeSentMakesNoFurtherOne() throws Exception {
    String administrator = user(UserGroups.ADMINISTRATORS);
    standingStill();
    incidents.tell();
    MailServer.stop();
    for (Job job : management.createJobQuery().active().withRetriesLeft().list()) {
      String key = job.getProcessInstanceId() == null ? "" : String.valueOf(runtime.createProcessInstanceQuery()
          .processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey());
      if (key.startsWith("incidents-")) {
        management.setJobRetries(job.getId(), 0);
      }
    }
    MailServer.start();
    jdbc.sql("update incident_mail set mailed_at = '2026-03-01 00:00:00'").update();
    assertThat(incidents.tell()).isOne();
    assertThat(textsTo(administrator)).isEmpty();
  }

  @Test
  void whatNobodyCanBeToldIsLoggedOnceAndToldAsSoonAsSomebodyHasAnAddress(CapturedOutput log) throws Exception {
    String instance = standingStill();
    String id = runtime.createIncidentQuery().processInstanceId(instance).singleResult().getId();
    int before = written();
    assertThat(incidents.tell()).isZero();
    assertThat(incidents.tell()).isZero();
    assertThat(errors(log, instance)).singleElement().asString().contains(id, "administrators");
    assertThat(written()).as("mails to nobody").isEqualTo(before);

    String administrator = user(UserGroups.ADMINISTRATORS);
    assertThat(incidents.tell()).isOne();
    assertThat(textsTo(administrator)).singleElement().asString().contains(instance);
  }

  @Test
  void recipientsWithNamesAreNoAddressesAndTheLogSaysSo(CapturedOutput log) throws Exception {
    String administrator = user(UserGroups.ADMINISTRATORS);
    String instance = standingStill();
    assertThat(tellTo("Leitstelle <leitstelle@musterstadt.example>")).isZero();
    assertThat(errors(log, instance)).singleElement().asString()
        .contains("gremienlauf.operation.incident-recipients");
    assertThat(tellTo("Leitstelle <leitstelle@musterstadt.example>", "bereitschaft@musterstadt.example")).isOne();
    assertThat(textsTo("bereitschaft@musterstadt.example")).singleElement().asString().contains(instance);
    assertThat(textsTo(administrator)).isEmpty();
  }
}

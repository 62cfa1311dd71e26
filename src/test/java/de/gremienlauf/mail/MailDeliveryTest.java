package de.gremienlauf.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The model {@code mail-delivery} with a real mail server. The stories begin on Monday, 5 January 2026. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class MailDeliveryTest {

  private static final String TASK = "Task_ResolveUndeliverable";
  private static final String UNKNOWN = "550 No such user";

  @Autowired Environment environment;
  @Autowired Outbox outbox;
  @Autowired OutboxRepository mails;
  @Autowired Clerk clerk;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;

  private TransactionTemplate transaction;
  private final String batch = "stapel-" + UUID.randomUUID();

  @Autowired
  void setTransactionManager(PlatformTransactionManager manager) {
    transaction = new TransactionTemplate(manager);
  }

  @BeforeEach
  void beginOnMonday() {
    MailServer.clear();
    clerk.onDay(LocalDate.of(2026, 1, 5));
  }

  @AfterEach
  void letTimeRunAgain() {
    MailServer.clear();
    EngineClock.reset();
  }

  /** As the sample data does it, which are there as a whole or not at all. */
  @Test
  void mailIsSentInTheTransactionInWhichItWasQueued() {
    transaction.executeWithoutResult(status -> {
      dispatch("ada@example.org");
      clerk.runDueJobs();
    });
    assertThat(outbox.pendingMails(batch)).isEmpty();
    assertThat(MailServer.mails()).hasSize(1);
  }

  /** Queues a mail to each address and orders the delivery, in one transaction. */
  private String dispatch(String... addresses) {
    return transaction.execute(status -> {
      for (String address : addresses) {
        outbox.queue(batch, new OutgoingMail(address, "Mitglied " + address.split("@")[0], "Einladung", "Guten Tag",
            List.of()));
      }
      return outbox.dispatch(batch);
    });
  }

  private List<Job> jobs(String process) {
    return management.createJobQuery().processInstanceId(process).list();
  }

  private static Set<String> recipients() throws Exception {
    Set<String> recipients = new HashSet<>();
    for (MimeMessage mail : MailServer.mails()) {
      recipients.add(((InternetAddress) mail.getAllRecipients()[0]).getAddress());
    }
    assertThat(recipients).as("mails to different recipients").hasSameSizeAs(MailServer.mails());
    return recipients;
  }

  @Test
  void everyMailIsAJobOfItsOwn() throws Exception {
    String process = dispatch("a@stadt.example", "b@stadt.example", "c@stadt.example");

    assertThat(clerk.instance(process).getBusinessKey()).isEqualTo(batch);
    assertThat(MailServer.mails()).as("mails before the transaction's jobs ran").isEmpty();
    assertThat(jobs(process)).hasSize(3);
    management.executeJob(jobs(process).get(0).getId());
    assertThat(MailServer.mails()).hasSize(1);
    assertThat(outbox.pendingMails(batch)).hasSize(2);
    for (Job job : jobs(process)) {
      management.executeJob(job.getId());
    }

    assertThat(jobs(process)).as("what follows is a job of its own: its failure must not repeat the last mail")
        .hasSize(1);
    assertThat(outbox.pendingMails(batch)).isEmpty();
    clerk.runDueJobs();

    assertThat(recipients()).containsExactlyInAnyOrder("a@stadt.example", "b@stadt.example", "c@stadt.example");
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void emptyBatchEnds() {
    String process = dispatch();

    clerk.runDueJobs();

    assertThat(clerk.instance(process)).isNull();
    assertThat(MailServer.mails()).isEmpty();
  }

  @Test
  void nothingIsSentWhenTheCallerFails() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      dispatch("a@stadt.example");
      throw new BusinessException("Die Sitzung ist abgesagt.");
    })).isInstanceOf(BusinessException.class);

    clerk.runDueJobs();

    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(batch).count()).isZero();
    assertThat(outbox.pendingMails(batch)).isEmpty();
    assertThat(MailServer.mails()).isEmpty();
  }

  @Test
  void officeClearsUpWhatCannotBeDelivered() throws Exception {
    MailServer.refuseRecipient("b@stadt.example", UNKNOWN);
    MailServer.refuseRecipient("c@stadt.example", UNKNOWN);
    String process = dispatch("a@stadt.example", "b@stadt.example", "c@stadt.example", "keine", "");
    clerk.runDueJobs();

    assertThat(recipients()).containsExactly("a@stadt.example");
    Task task = clerk.task(process, TASK);
    assertThat(task.getDueDate()).isEqualTo(EngineClock.endOf(LocalDate.of(2026, 1, 7)));
    assertThat(clerk.fields(task)).containsEntry("subject", "Einladung");
    assertThat(clerk.fields(task).get("refusedMails").toString()).contains("Mitglied b", UNKNOWN,
        "Das ist keine gültige E-Mail-Adresse.", "Es ist keine E-Mail-Adresse bekannt.").doesNotContain("a@stadt");
    Long settled = outbox.refused(batch).get(0).id();
    clerk.complete(task, Map.of("settled", List.of(String.valueOf(settled)),
        "corrections", "C@stadt.example -> neu@stadt.example\n\nMitglied keine → keine@stadt.example"));

    assertThat(outbox.state(settled)).isEqualTo(MailState.SETTLED);
    assertThat(recipients()).containsExactlyInAnyOrder("a@stadt.example", "neu@stadt.example", "keine@stadt.example");
    assertThat(outbox.refused(batch)).extracting(RefusedMail::address).containsExactly("");
    Long last = outbox.refused(batch).get(0).id();
    clerk.complete(process, TASK, Map.of("settled", List.of(String.valueOf(last))));
    assertThat(clerk.instance(process)).isNull();
    assertThat(MailServer.mails()).hasSize(3);
  }

  @Test
  void theRestIsTriedAgainOnceTheServerTakesIt() throws Exception {
    MailServer.refuseRecipient("a@stadt.example", "554 Relay access denied");
    MailServer.refuseRecipient("b@stadt.example", "554 Relay access denied");
    String process = dispatch("a@stadt.example", "b@stadt.example", "keine");
    clerk.runDueJobs();
    List<String> ids = mails.findAll().stream().filter(mail -> mail.batch().equals(batch)).map(OutboxMail::messageId)
        .toList();
    MailServer.clear();

    clerk.complete(process, TASK, Map.of("again", true));

    assertThat(recipients()).containsExactlyInAnyOrder("a@stadt.example", "b@stadt.example");
    for (MimeMessage mail : MailServer.mails()) {
      assertThat(ids).contains(mail.getMessageID());
    }
    clerk.complete(process, TASK, Map.of("corrections", "keine -> c@stadt.example"));
    assertThat(recipients()).hasSize(3);
    assertThat(clerk.instance(process)).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "''|Bitte geben Sie an, welche Nachrichten anders zugestellt sind",
      "a@stadt.example|fehlt „->“",
      "a@stadt.example -> |ist keine gültige E-Mail-Adresse",
      "a@stadt.example -> b@stadt.example, c@stadt.example|ist keine gültige E-Mail-Adresse",
      "x@stadt.example -> b@stadt.example|ist keine offene an „x@stadt.example“",
      "-> b@stadt.example|ist keine offene an „“"})
  void unclearCorrectionIsRefusedAndTheTaskStaysOpen(String corrections, String message) throws Exception {
    MailServer.refuseRecipient("a@stadt.example", UNKNOWN);
    String process = dispatch("a@stadt.example");
    clerk.runDueJobs();

    assertThatThrownBy(() -> clerk.complete(process, TASK, Map.of("corrections", corrections)))
        .isInstanceOf(BusinessException.class).hasMessageContaining(message);
    assertThatThrownBy(() -> clerk.complete(process, TASK, Map.of("settled", List.of("0"))))
        .isInstanceOf(BusinessException.class);

    clerk.complete(process, TASK, Map.of("corrections", "a@stadt.example->b@stadt.example"));
    assertThat(recipients()).containsExactly("b@stadt.example");
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void mailIsNotSentAgainWhenItsJobWasTakenOverWhileItWasOnItsWay() {
    String process = dispatch("a@stadt.example");
    String job = jobs(process).get(0).getId();
    AtomicBoolean slow = new AtomicBoolean(true);
    MailServer.onContent(() -> {
      if (slow.getAndSet(false)) {
        // As another node writes it when the lock of this one has run out.
        management.setJobRetries(job, 2);
      }
      return null;
    });

    assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(OptimisticLockingException.class);
    assertThat(jobs(process)).as("the job is still to be done").extracting(Job::getId).containsExactly(job);
    assertThat(MailServer.mails()).hasSize(1);
    assertThat(outbox.pendingMails(batch)).as("what the mail server has is not to be sent").isEmpty();
    clerk.onDay(LocalDate.of(2026, 1, 6));

    assertThat(clerk.instance(process)).isNull();
    assertThat(MailServer.mails()).hasSize(1);
  }

  @Test
  void manyDeliveriesAtOnceDoNotTakeEachOthersConnections() throws Exception {
    int threads = environment.getRequiredProperty("camunda.bpm.job-execution.max-pool-size", Integer.class);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      String one = batch + "-" + i;
      String address = "m" + i + "@stadt.example";
      ids.add(jobs(transaction.execute(status -> {
        outbox.queue(one, new OutgoingMail(address, "Mitglied", "Einladung", "Guten Tag", List.of()));
        return outbox.dispatch(one);
      })).get(0).getId());
    }
    AtomicInteger onTheirWay = new AtomicInteger();
    Queue<Integer> counts = new ConcurrentLinkedQueue<>();
    MailServer.onContent(() -> {
      counts.add(onTheirWay.incrementAndGet());
      pause();
      onTheirWay.decrementAndGet();
      return null;
    });
    ExecutorService nodes = Executors.newFixedThreadPool(threads);

    List<Future<?>> running = new ArrayList<>();
    ids.forEach(id -> running.add(nodes.submit(() -> management.executeJob(id))));
    for (Future<?> one : running) {
      one.get(60, TimeUnit.SECONDS);
    }
    nodes.shutdown();

    assertThat(counts).as("mails on their way at once").allMatch(count -> count <= 4);
    assertThat(recipients()).hasSize(threads);
    clerk.runDueJobs();
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nothingIsLostWhileTheServerIsDown() throws Exception {
    MailServer.stop();
    String process = dispatch("a@stadt.example", "b@stadt.example");
    List<Integer> waits = new ArrayList<>();
    while (runtime.createIncidentQuery().processInstanceId(process).count() < 2) {
      Job next = management.createJobQuery().processInstanceId(process).withRetriesLeft().list().get(0);
      assertThatThrownBy(() -> management.executeJob(next.getId())).isInstanceOf(MailException.class);
      Job later = management.createJobQuery().jobId(next.getId()).singleResult();
      if (later.getRetries() > 0 && later.getDuedate() != null) {
        waits.add((int) Duration.between(Instant.parse("2026-01-05T08:00:00Z"), later.getDuedate().toInstant())
            .toMinutes());
      }
    }

    assertThat(waits.stream().distinct().toList()).isEqualTo(List.of(1, 5, 15, 60, 240));
    assertThat(outbox.pendingMails(batch)).hasSize(2);
    MailServer.start();
    jobs(process).forEach(job -> management.setJobRetries(job.getId(), 1));
    clerk.onDay(LocalDate.of(2026, 1, 6));

    assertThat(recipients()).containsExactlyInAnyOrder("a@stadt.example", "b@stadt.example");
    assertThat(clerk.instance(process)).isNull();
    assertThat(runtime.createIncidentQuery().processInstanceId(process).count()).isZero();
  }
}

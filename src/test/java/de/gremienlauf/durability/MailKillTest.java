package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application while it sends a meeting's invitation to 60 members. After the restart everybody has the mail,
 * and each kill has repeated at most the one that was on its way. {@code -Dgremienlauf.test.kills=10} kills five times.
 */
class MailKillTest {

  private static final int RECIPIENTS = 60;
  private static final int KILLS = Math.max(1, Integer.getInteger("gremienlauf.test.kills", 2) / 2);

  @TempDir Path folder;

  private final Random random = new Random(4711);

  private Application application;

  @BeforeEach
  void clearMailServer() {
    MailServer.clear();
  }

  @AfterEach
  void endSending() throws InterruptedException {
    if (application != null) {
      application.kill();
    }
    MailServer.clear();
  }

  @Test
  void everyInvitationArrivesAndAtMostOneIsRepeated() throws Exception {
    String url = TestDatabase.isPostgres() ? TestDatabase.url("mailkill" + System.nanoTime())
        : "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
            + ";MAX_COMPACT_TIME=0";
    // Only so many mails pass before the next kill, however fast the machine is; each takes a moment, as over a network:
    // most kills hit one on its way.
    Semaphore passing = new Semaphore(0);
    MailServer.onContent(() -> {
      passing.acquireUninterruptibly();
      pause(30);
      return null;
    });
    application = start(url, "--" + OrderedInvitation.PROPERTY + "=" + RECIPIENTS);
    for (int kill = 1; kill <= KILLS; kill++) {
      int arrived = MailServer.mails().size();
      int next = 1 + random.nextInt(RECIPIENTS / (KILLS + 1));
      passing.release(next);
      waitFor(arrived + next);
      pause(random.nextInt(60));
      application.kill();
      System.out.println("kill " + kill + " on " + TestDatabase.NAME + " after " + MailServer.mails().size()
          + " mails");
      application = start(url);
    }
    passing.release(2 * RECIPIENTS);
    waitUntilDelivered(application);
    application.kill();

    Map<String, Integer> mails = new HashMap<>();
    Map<String, String> recipients = new HashMap<>();
    for (MimeMessage mail : MailServer.mails()) {
      mails.merge(mail.getMessageID(), 1, Integer::sum);
      recipients.put(mail.getMessageID(), mail.getAllRecipients()[0].toString());
    }
    System.out.println(MailServer.mails().size() + " mails with " + mails.size() + " Message-IDs on "
        + TestDatabase.NAME);
    assertThat(mails).hasSize(RECIPIENTS);
    assertThat(recipients.values()).doesNotHaveDuplicates();
    assertThat(MailServer.mails()).hasSizeLessThanOrEqualTo(RECIPIENTS + KILLS);
  }

  private Application start(String url, String... options) throws Exception {
    String[] all = new String[options.length + 5];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--spring.mail.host=localhost";
    all[options.length + 1] = "--spring.mail.port=" + MailServer.port();
    // The jobs of the killed process become free again after this time, five minutes if nothing is said.
    all[options.length + 2] = "--camunda.bpm.job-execution.lock-time-in-millis=3000";
    all[options.length + 3] = "--camunda.bpm.job-execution.wait-time-in-millis=500";
    all[options.length + 4] = "--camunda.bpm.job-execution.max-wait=1000";
    return Application.start(url, TestDatabase.isPostgres() ? "postgres" : "sa", folder, all);
  }

  private static void waitFor(int mails) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (MailServer.mails().size() < mails) {
      assertThat(System.nanoTime()).as("waiting for %s mails, %s came", mails, MailServer.mails().size())
          .isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  private static void waitUntilDelivered(Application application) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (application.get("/process-instance/count?processDefinitionKey=invitation").get("count").asInt() > 0) {
      assertThat(System.nanoTime()).as("still delivering, %s came", MailServer.mails().size()).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

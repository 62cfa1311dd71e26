package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.gremienlauf.support.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes, eight clerks who take papers from the draft to the signature over HTTP, and everything that goes wrong in a
 * bad year within minutes: nodes are killed, the database is restarted, its disk is full. What was acknowledged is there
 * once afterwards, and nothing is left in between. {@code -Dgremienlauf.test.chaos=120} goes on for so many seconds.
 */
class ChaosTest {

  private static final int SECONDS = Integer.getInteger("gremienlauf.test.chaos", 20);
  private static final int RUNS = Math.min(200, 2 * SECONDS);
  private static final int CLERKS = 8;
  private static final int RECIPIENTS = 60;
  private static final int MEGABYTES = 450;

  @TempDir Path folder;

  private final Random random = new Random(4711);
  private final AtomicReferenceArray<Application> nodes = new AtomicReferenceArray<>(2);
  private SmallDisk disk;
  private Postgres postgres;

  @Test
  void whatWasAcknowledgedIsThereOnce() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES).orElse(null);
    if (disk == null) {
      assertThat(System.getenv("CI")).as("in CI a small disk has to be mounted, which only root may").isNull();
      assumeThat(disk).as("skipped: mounting a small disk, which only root may, was refused").isNotNull();
    }
    MailServer.clear();
    postgres = Postgres.start(disk.path().resolve("data"));
    ClerksOffice.importCity(postgres.url(), postgres.user(), folder);
    nodes.set(0, launch("--" + OrderedInvitation.PROPERTY + "=" + RECIPIENTS));
    nodes.set(1, launch());
    nodes.get(0).await();
    nodes.get(1).await();

    ClerksOffice office = new ClerksOffice(nodes, RUNS);
    office.hireSignatory();
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    for (int clerk = 0; clerk < CLERKS; clerk++) {
      clerks.submit(office::work);
    }
    wreak();
    for (int node = 0; node < 2; node++) {
      ensureRunning(node);
      nodes.get(node).await();
    }
    clerks.shutdown();
    assertThat(clerks.awaitTermination(5, TimeUnit.MINUTES)).as("all runs are signed in the end: %s", office).isTrue();
    System.out.println(office);
    // The other node goes on alone as well.
    nodes.get(0).kill();
    Aftermath aftermath = new Aftermath(nodes.get(1), postgres);
    aftermath.awaitQuiet();
    aftermath.verify(office, RUNS);
    assertThat(MailServer.mails().stream().map(Aftermath::messageId).distinct()).as("mails").hasSize(RECIPIENTS);
    assertThat(Application.command(postgres.url(), postgres.user(), folder, "verify"))
        .as(Files.readString(folder.resolve("verify.out"))).isZero();
    nodes.get(1).kill();
  }

  @AfterEach
  void stop() throws Exception {
    for (int node = 0; node < 2; node++) {
      if (nodes.get(node) != null) {
        nodes.get(node).kill();
      }
    }
    if (postgres != null) {
      postgres.close();
    }
    if (disk != null) {
      disk.close();
    }
    MailServer.clear();
  }

  /** Kills a node every few seconds; in the middle the database is restarted, a little later its disk is full. */
  private void wreak() throws Exception {
    long start = System.nanoTime();
    boolean restarted = false;
    boolean filled = false;
    int kills = 0;
    while (seconds(start) < SECONDS || !restarted || !filled || kills < 2) {
      Thread.sleep(3000 + random.nextInt(2000));
      if (!restarted && seconds(start) >= SECONDS / 3) {
        postgres.restart();
        restarted = true;
      } else if (!filled && seconds(start) >= 2 * SECONDS / 3) {
        fillDisk();
        filled = true;
      } else {
        int node = random.nextInt(2);
        if (nodes.get(node).answers()) {
          nodes.get(node).kill();
          kills++;
        }
      }
      ensureRunning(0);
      ensureRunning(1);
    }
    System.out.printf("%d kills in %d s, a restart and a full disk of the database%n", kills, seconds(start));
  }

  private void fillDisk() throws Exception {
    disk.fill();
    Thread.sleep(5000);
    disk.free();
    if (!postgres.answers()) {
      postgres.restart();
    }
  }

  private void ensureRunning(int node) throws IOException {
    if (!nodes.get(node).isAlive()) {
      nodes.set(node, launch());
    }
  }

  private static long seconds(long since) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
  }

  private Application launch(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--spring.mail.host=localhost");
    all.add("--spring.mail.port=" + MailServer.port());
    return Application.launch(postgres.url(), postgres.user(), folder, all.toArray(String[]::new));
  }
}

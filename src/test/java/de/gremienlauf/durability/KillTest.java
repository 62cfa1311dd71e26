package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application at random moments while clerks work over HTTP. What was acknowledged is there afterwards,
 * exactly once, in the engine and in the domain tables alike. {@code -Dgremienlauf.test.kills=20} kills more often.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("gremienlauf.test.kills", 2);
  private static final int CLERKS = 3;

  @TempDir Path folder;

  private final Queue<Application.Drafted> acknowledged = new ConcurrentLinkedQueue<>();

  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  @Test
  void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
    Random random = new Random(4711);
    String url = TestDatabase.isPostgres() ? TestDatabase.url("kill" + System.nanoTime())
        : "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
            + ";MAX_COMPACT_TIME=0";
    String user = TestDatabase.isPostgres() ? "postgres" : "sa";
    for (int kill = 1; kill <= KILLS; kill++) {
      int before = acknowledged.size();
      Application application = Application.start(url, user, folder);
      verifyHistory(application);
      workUntilKilled(application, kill, 100 + random.nextInt(1900));
      System.out.println("kill " + kill + " on " + TestDatabase.NAME + ": " + (acknowledged.size() - before)
          + " acknowledged before it, " + acknowledged.size() + " in all");
    }
    assertThat(refused).isEmpty();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
    Application application = Application.start(url, user, folder);
    try {
      verifyHistory(application);
    } finally {
      application.kill();
    }
    verifyDomain(url, user);
  }

  private void workUntilKilled(Application application, int kill, int millis) throws InterruptedException {
    AtomicBoolean killed = new AtomicBoolean();
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    for (int clerk = 0; clerk < CLERKS; clerk++) {
      String name = kill + "-" + clerk;
      clerks.submit(() -> {
        for (int n = 0; !killed.get(); n++) {
          try {
            acknowledged.add(application.draft("Betreff " + name + "-" + n));
          } catch (IOException | InterruptedException | RuntimeException e) {
            if (!killed.get()) {
              refused.add(e.toString());
            }
            return null;
          }
        }
        return null;
      });
    }
    int before = acknowledged.size();
    for (int waited = 0; acknowledged.size() == before && refused.isEmpty() && waited < 600; waited++) {
      Thread.sleep(100);
    }
    Thread.sleep(millis);
    killed.set(true);
    application.kill();
    clerks.shutdownNow();
    assertThat(clerks.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private void verifyHistory(Application application) throws IOException, InterruptedException {
    for (Application.Drafted done : acknowledged) {
      JsonNode history = application.get("/history/task?taskId=" + done.taskId());
      assertThat(history).as("history of %s", done).hasSize(1);
      assertThat(history.get(0).get("endTime").isNull()).as("end of %s", done).isFalse();
      JsonNode next = application.get("/task?processInstanceId=" + done.processInstanceId());
      assertThat(next).as("task after %s", done).hasSize(1);
      assertThat(next.get(0).get("taskDefinitionKey").asText()).isEqualTo("Task_ConfirmSequence");
    }
  }

  private void verifyDomain(String url, String user) throws SQLException {
    Map<String, Integer> saved = new HashMap<>();
    List<String> numbers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("select p.name, count(e.id) from paper p left join paper_event e"
          + " on e.paper_id = p.id and e.description = 'Entwurf gespeichert.' group by p.id, p.name")) {
        while (rows.next()) {
          saved.merge(rows.getString(1), rows.getInt(2), Integer::sum);
        }
      }
      try (ResultSet rows = statement.executeQuery("select reference from paper")) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
    }
    for (Application.Drafted done : acknowledged) {
      assertThat(saved).as("saved drafts").containsEntry(done.subject(), 1);
    }
    assertThat(numbers).doesNotContainNull().doesNotHaveDuplicates();
  }
}

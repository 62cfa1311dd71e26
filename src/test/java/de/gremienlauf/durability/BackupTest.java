package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while clerks work is restored onto an empty server, is found right there, and goes on. */
class BackupTest {

  private static final int CLERKS = 3;

  @TempDir Path folder;

  private final Queue<Application.Drafted> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  private static Path tools() throws IOException {
    Optional<Path> tools = PostgresServer.tools();
    assumeTrue(tools.isPresent() || Boolean.parseBoolean(System.getenv("CI")),
        "Server and tools of PostgreSQL are not installed: apt-get install postgresql");
    return tools.orElseThrow(() -> new IllegalStateException("Server and tools of PostgreSQL are not installed"));
  }

  @Test
  void aBackupTakenUnderLoadIsRestoredAndGoesOn() throws Exception {
    Path tools = tools();
    Path backup = folder.resolve("gremienlauf.sicherung");
    List<Application.Drafted> before = backUpUnderLoad(tools, backup);
    try (PostgresServer empty = PostgresServer.start(tools)) {
      assertThat(empty.script("restore.sh", folder.resolve("restore"), folder.resolve("script").toString()))
          .as("no backup").isEqualTo(2);
      assertThat(empty.script("restore.sh", folder.resolve("restore"), backup.toString()))
          .as(Files.readString(folder.resolve("restore"))).isZero();
      assertThat(empty.script("restore.sh", folder.resolve("restore"), backup.toString())).isEqualTo(3);
      assertThat(folder.resolve("restore")).content().isEqualTo(
          "Die Datenbank „gremienlauf“ ist nicht leer; es wird nichts zurückgespielt.\n");

      assertThat(Application.command(empty.url(), "postgres", folder, "verify"))
          .as(Files.readString(folder.resolve("verify.out"))).isZero();
      assertThat(Files.readAllLines(folder.resolve("verify.out"))).endsWith("Alles stimmt überein.")
          .anyMatch(line -> line.startsWith("Laufende Vorgänge, Vorlage: "))
          .doesNotContain("Fachdaten, Vorlage: 0 geprüft");

      Application restored = Application.start(empty.url(), "postgres", folder);
      try {
        for (Application.Drafted done : before) {
          JsonNode next = restored.get("/task?processInstanceId=" + done.processInstanceId());
          assertThat(next).as("task after %s", done).hasSize(1);
          assertThat(next.get(0).get("taskDefinitionKey").asText()).isEqualTo("Task_ConfirmSequence");
        }
        assertThat(restored.draft("Nach der Rückkehr").taskId()).isNotEmpty();
      } finally {
        restored.kill();
      }
    }
    assertThat(Application.command("jdbc:postgresql://127.0.0.1:1/gremienlauf", "postgres", folder, "verify"))
        .as("no database").isEqualTo(25);
    assertThat(folder.resolve("verify.err")).content().hasLineCount(1).startsWith("Die Datenbank „")
        .contains("ist nicht erreichbar;");
  }

  /** What was acknowledged before the backup began. */
  private List<Application.Drafted> backUpUnderLoad(Path tools, Path backup) throws Exception {
    try (PostgresServer server = PostgresServer.start(tools)) {
      Application application = Application.start(server.url(), "postgres", folder);
      AtomicBoolean over = new AtomicBoolean();
      ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
      try {
        for (int clerk = 0; clerk < CLERKS; clerk++) {
          String name = "Betreff " + clerk + "-";
          clerks.submit(() -> work(application, name, over));
        }
        awaitMoreThan(2 * CLERKS);
        List<Application.Drafted> before = List.copyOf(acknowledged);
        assertThat(server.script("backup.sh", folder.resolve("script"), backup.toString()))
            .as(Files.readString(folder.resolve("script"))).isZero();
        int after = acknowledged.size();
        awaitMoreThan(after);
        System.out.println("backup: " + before.size() + " papers before it, " + (after - before.size())
            + " while it was taken, " + Files.size(backup) + " bytes");
        assertThat(server.script("backup.sh", folder.resolve("script"), backup.toString())).isEqualTo(2);
        assertThat(folder.resolve("script")).content().contains("wird nicht überschrieben");
        return before;
      } finally {
        over.set(true);
        clerks.shutdown();
        assertThat(clerks.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        application.kill();
        assertThat(refused).isEmpty();
      }
    }
  }

  private Void work(Application application, String name, AtomicBoolean over) {
    for (int n = 0; !over.get(); n++) {
      try {
        acknowledged.add(application.draft(name + n));
      } catch (IOException | InterruptedException | RuntimeException e) {
        refused.add(e.toString());
        return null;
      }
    }
    return null;
  }

  private void awaitMoreThan(int count) throws InterruptedException {
    for (int waited = 0; acknowledged.size() <= count && waited < 600; waited++) {
      Thread.sleep(100);
    }
    assertThat(acknowledged).hasSizeGreaterThan(count);
  }
}

package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as a step of its own, and the application on it with nothing but the right to read and write rows. */
class ProductionTest {

  private static final int CHANGES_AT_LEAST = 60;

  @TempDir static Path folder;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Postgres postgres;

  @BeforeAll
  static void prepare() throws Exception {
    postgres = Postgres.start(folder.resolve("postgres"));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void theSchemaIsMadeOnceHoweverManyNodesStart() throws Exception {
    Database database = postgres.create("zwei_knoten", "");
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> update(database));
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> update(database));
    assertThat(List.of(one.get(2, TimeUnit.MINUTES), other.get(2, TimeUnit.MINUTES))).contains(0)
        .anyMatch(changes -> changes >= CHANGES_AT_LEAST);
  }

  private static int update(Database database) {
    try (Schema schema = new Schema(database)) {
      return schema.update();
    }
  }

  @Test
  void aKilledNodeBlocksNobody() throws Exception {
    Database database = postgres.create("verlassen", "");
    Process killed = command(database, "schema");
    await("some changes", () -> postgres.count("verlassen", "databasechangelog") > 5);
    killed.destroyForcibly().waitFor();
    assertThat(postgres.count("verlassen", "databasechangeloglock where locked")).as("lock left behind").isEqualTo(1);
    assertThat(ended(command(database, "schema", "--dry-run"))).as("something is missing").isEqualTo(1);
    assertThat(printed()).contains("db/changelog/overview.sql overview-1\n").containsPattern("\\d+ Änderungen stehen aus");
    assertThat(ended(command(database, "schema"))).isZero();
    assertThat(printed()).startsWith("Das Schema ist jetzt aktuell; ausgeführte Änderungen: ");
    assertThat(ended(command(database, "schema"))).isZero();
    assertThat(printed()).isEqualTo("Das Schema ist aktuell.\n");
  }

  /** As if it was killed between a change and the note that it was made. */
  @Test
  void aChangeIsThereWithItsNoteOrNotAtAll() throws Exception {
    Database database = postgres.create("mittendrin", "");
    forgetTheLastChange(database, "mittendrin");
    postgres.asAdministrator("mittendrin",
        "create function no_note() returns trigger language plpgsql as $$ begin raise exception 'no note'; end $$",
        "create trigger no_note before insert on databasechangelog for each row execute function no_note()");
    assertThatThrownBy(() -> update(database)).isInstanceOf(ConfigurationMistake.class).hasMessageContaining("no note");
    assertThat(postgres.count("mittendrin", "pg_tables where tablename = 'operation_lock'")).isZero();
    postgres.asAdministrator("mittendrin", "drop trigger no_note on databasechangelog");
    assertThat(update(database)).isEqualTo(1);
    assertThat(postgres.count("mittendrin", "operation_lock")).isEqualTo(1);
  }

  /** Nodes that work meanwhile are in the way of a change, or it is in theirs. The sequence outlives a rollback. */
  @ParameterizedTest
  @ValueSource(strings = {"40P01", "55P03"})
  void aChangeThatNodesAreInTheWayOfIsTriedAgain(String state) throws Exception {
    String name = "betrieb" + state.toLowerCase(Locale.ROOT);
    Database database = postgres.create(name, "");
    forgetTheLastChange(database, name);
    postgres.asAdministrator(name, "create sequence attempt",
        "create function in_the_way() returns trigger language plpgsql as $$ begin"
            + " if nextval('attempt') < 3 then raise exception using errcode = '" + state + "'; end if;"
            + " return new; end $$",
        "create trigger in_the_way before insert on databasechangelog for each row execute function in_the_way()",
        "grant usage on sequence attempt to " + Postgres.OWNER);
    assertThat(update(database)).isEqualTo(1);
    assertThat(postgres.count(name, "operation_lock")).isEqualTo(1);
    assertThat(ended(command(database, "schema"))).isZero();
  }

  /** Whoever wants the table meanwhile waits behind the change, but not for as long as somebody holds it. */
  @Test
  void aChangeLetsOthersPassAndIsMadeWhenTheTableIsFree() throws Exception {
    Database database = postgres.create("belegt", "");
    forgetTheLastChange(database, "belegt");
    String waiting = "pg_locks where not granted";
    try (Connection node = DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = node.createStatement()) {
      node.setAutoCommit(false);
      statement.execute("lock table outbox_mail in row exclusive mode");
      CompletableFuture<Integer> changes = CompletableFuture.supplyAsync(() -> update(database));
      await("the change waits", () -> postgres.count("belegt", waiting) > 0);
      await("it lets others pass", () -> postgres.count("belegt", waiting) == 0);
      assertThat(changes).isNotDone();
      node.rollback();
      assertThat(changes.get(1, TimeUnit.MINUTES)).isEqualTo(1);
      forgetTheLastChange(database, "belegt");
      statement.execute("lock table outbox_mail in row exclusive mode");
      Process program = command(database, "schema");
      assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).isEqualTo(Mistake.SCHEMA_BUSY.exitCode());
      assertThat(printed()).startsWith("Laufende Knoten geben Tabellen der Datenbank nicht frei").hasLineCount(1);
    }
    assertThat(update(database)).isEqualTo(1);
  }

  private void forgetTheLastChange(Database database, String name) throws SQLException {
    update(database);
    postgres.asAdministrator(name, "drop table operation_lock", "drop table incident_mail", "drop index outbox_mail_state",
        "delete from databasechangelog where filename = 'db/changelog/operation.sql'",
        "update databasechangelog set tag = null");
  }

  @Test
  void whoOnlyLooksChangesNothing() throws Exception {
    Database database = postgres.create("nachgesehen", "");
    update(database);
    postgres.asAdministrator("nachgesehen", "drop table incident_mail", "update databasechangelog set tag = null",
        "delete from databasechangelog where filename = 'db/changelog/operation.sql'");
    assertThat(ended(command(database, "verify"))).isEqualTo(31);
    assertThat(printed()).startsWith("Im Schema der Datenbank stehen Änderungen aus (1)").hasLineCount(1);
    assertThat(postgres.count("nachgesehen", "pg_tables where tablename = 'incident_mail'")).isZero();
  }

  @Test
  void theApplicationNeedsNoRightToChangeTables() throws Exception {
    Database owner = postgres.create("betrieb", "");
    update(owner);
    postgres.asAdministrator("betrieb", "revoke create on schema public from public",
        "grant select, insert, update, delete on all tables in schema public to " + Postgres.CLERK,
        "grant usage on all sequences in schema public to " + Postgres.CLERK);
    int port = FreePort.next();
    int managementPort = FreePort.next();
    Map<String, String> settings = Program.rightSettings(new Database(owner.url(), Postgres.CLERK, Postgres.PASSWORD),
        folder);
    settings.put("SERVER_PORT", String.valueOf(port));
    settings.put("TZ", "Europe/Berlin");
    settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
    String management = "http://localhost:" + managementPort + "/actuator";
    Process program = Program.start(settings, folder.resolve("printed"));
    try {
      await("readiness", () -> {
        assertThat(program.isAlive()).as(printed()).isTrue();
        return status(management + "/health/readiness") == 200;
      });
      assertThat(status(management + "/health/liveness")).isEqualTo(200);
      assertThat(status(management + "/env")).isIn(404, 302);
      assertThat(status("http://localhost:" + port + "/actuator/health")).as("for nobody outside").isEqualTo(302);
      behindTheProxy(port);
      List<String> log = Files.readAllLines(Path.of(settings.get("LOGGING_FILE_NAME")));
      if (Boolean.getBoolean("gremienlauf.test.delivered")) {
        assertThat(log).as("prepared beans").anyMatch(line -> line.contains("Starting AOT-processed"));
      }
      assertThat(log).as("every node means the same moment")
          .filteredOn(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*")).isNotEmpty()
          .allMatch(line -> line.matches("\\S+Z .*"));
      program.toHandle().destroy();
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  /** The browser's side of it: nothing leaves TLS, no other page can show ours, no script comes from elsewhere. */
  private static void behindTheProxy(int port) throws Exception {
    HttpResponse<String> page = get("http://localhost:" + port + "/camunda/app/tasklist/default/");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValueSatisfying(
        value -> assertThat(value).startsWith("max-age=31536000"));
    assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
        value -> assertThat(value).contains("script-src 'nonce-", "object-src 'none'", "frame-ancestors 'none'")
            .doesNotContain("https:"));
    assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).containsPattern("; ?Secure"));
    assertThat(page.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID"));
    HttpResponse<String> start = get("http://localhost:" + port + "/");
    assertThat(start.headers().firstValue("Location"))
        .hasValue("https://gremien.stadt.example/camunda/app/tasklist/default/");
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "gremien.stadt.example").header("X-Forwarded-Port", "443").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int status(String address) throws InterruptedException {
    try {
      return get(address).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static Process command(Database database, String... typed) throws IOException {
    return Program.start(Program.rightSettings(database, folder), folder.resolve("printed"), typed);
  }

  private static int ended(Process program) throws InterruptedException {
    assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return program.exitValue();
  }

  private static String printed() throws IOException {
    return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
  }

  private static void await(String what, Callable<Boolean> reached) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!reached.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }
}

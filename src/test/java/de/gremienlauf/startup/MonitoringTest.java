package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads and what the log says in production, while somebody works and a step fails. */
class MonitoringTest {

  private static final String CREDENTIALS = Base64.getEncoder()
      .encodeToString("leitung:Rathaus-am-Fluss-9".getBytes(StandardCharsets.UTF_8));
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void figuresAndLogTellOfCasesAndNotOfPeople() throws Exception {
    try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
      Database database = postgres.create("beobachtet", "");
      int port = FreePort.next();
      int managementPort = FreePort.next();
      Map<String, String> settings = Program.rightSettings(database, folder);
      settings.put("SERVER_PORT", String.valueOf(port));
      settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
      Process program = Program.start(settings, folder.resolve("printed"));
      try {
        String management = "http://localhost:" + managementPort + "/actuator";
        await("readiness", () -> {
          assertThat(program.isAlive()).as(printed()).isTrue();
          return status(management + "/health/readiness") == 200;
        });
        String engine = "http://localhost:" + port + "/engine-rest";
        draft(engine);
        postgres.asAdministrator("beobachtet", "insert into outbox_mail (batch, message_id, recipient, recipient_name,"
            + " subject, body, state, created_at) values ('Stapel 1', '<1@stadt.example>', 'erika@stadt.example',"
            + " 'Erika', 'Betreff', 'Text', 'PENDING', (now() at time zone 'Europe/Berlin') - interval"
            + " '1 hour')");
        deploy(engine);
        post(engine + "/process-definition/key/failing/start", Map.of());
        await("a failed job in the log", () -> !logged().isEmpty());

        List<String> figures = get(management + "/prometheus").body().lines().toList();
        assertThat(figures).contains("gremienlauf_tasks_open{group=\"sachbearbeitung\"} 1.0",
                "gremienlauf_tasks_open{group=\"andere\"} 0.0", "gremienlauf_tasks_overdue 0.0",
                "gremienlauf_jobs{state=\"failed\"} 0.0", "gremienlauf_incidents 0.0",
                "gremienlauf_deadlines_soon{kind=\"paper\"} 0.0", "gremienlauf_deadlines_soon{kind=\"project\"} 0.0",
                "gremienlauf_outbox_mails{state=\"PENDING\"} 1.0", "gremienlauf_outbox_mails{state=\"REFUSED\"} 0.0")
            .anyMatch(line -> line.startsWith("gremienlauf_jobs{state=\"executable\"} "))
            .anyMatch(line -> line.startsWith("gremienlauf_outbox_oldest_pending_seconds 36"))
            .anyMatch(line -> line.matches("http_server_requests_seconds_bucket\\{.*method=\"POST\".*status=\"200\""
                + ".*uri=\"/engine-rest/\\*\\*\".*le=\"0.05\".*} \\d+.*"))
            .anyMatch(line -> line.startsWith("hikaricp_connections_active"))
            .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
        assertThat(figures).noneMatch(line -> line.contains("\"leitung"));
        draft(engine);
        assertThat(get(management + "/prometheus").body().lines())
            .as("not read again for half a minute").contains("gremienlauf_tasks_open{group=\"sachbearbeitung\"} 1.0");
        assertThat(status("http://localhost:" + port + "/actuator/prometheus")).as("for nobody outside").isEqualTo(302);

        assertThat(logged().get(0).path("activityId").asText()).isEqualTo("Task_Fail");
        assertThat(logged().get(0).path("processDefinition").asText()).isEqualTo("failing");
        assertThat(logged().get(0).path("log").path("level").asText()).isIn("WARN", "ERROR");
      } finally {
        program.destroyForcibly().waitFor();
      }
    }
  }

  private static void draft(String engine) throws IOException, InterruptedException {
    post(engine + "/process-definition/key/paper/submit-form", Map.of("variables", Map.of("type",
        text("Beschlussvorlage"), "subject", text("Betreff " + System.nanoTime()), "leadOffice", text("V/50"))));
  }

  /** A model of the city's own with a step that fails each time it is tried. */
  private static void deploy(String engine) throws IOException, InterruptedException {
    String model = Bpmn.convertToString(Bpmn.createExecutableProcess("failing").camundaHistoryTimeToLive(1).startEvent()
        .serviceTask("Task_Begin").camundaExpression("${execution.setProcessBusinessKey('Fall 1')}")
        .serviceTask("Task_Fail").camundaAsyncBefore().camundaExpression("${gibtEsNicht.jetzt()}").endEvent().done());
    String part = "--teil\r\nContent-Disposition: form-data; name=\"model\"; filename=\"failing.bpmn\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n" + model + "\r\n--teil--\r\n";
    HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(URI.create(engine + "/deployment/create"))
        .header("Authorization", "Basic " + CREDENTIALS).header("Content-Type", "multipart/form-data; boundary=teil")
        .POST(HttpRequest.BodyPublishers.ofString(part)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private static Map<String, String> text(String value) {
    return Map.of("value", value, "type", "String");
  }

  /** Lines of the log about the case that fails. */
  private List<JsonNode> logged() throws IOException {
    return printed().lines().filter(line -> line.startsWith("{")).map(MonitoringTest::parsed)
        .filter(line -> line.path("businessKey").asText().equals("Fall 1")).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static void post(String address, Object body) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Basic " + CREDENTIALS).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static int status(String address) throws InterruptedException {
    try {
      return get(address).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
  }

  private static void await(String what, Callable<Boolean> reached) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (!reached.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(100);
    }
  }
}

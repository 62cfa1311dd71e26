package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.support.MailServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes that are started at the same moment on one PostgreSQL with nothing but the tables in it, and what is left when
 * one of them is killed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

  private static final int TIMERS = 40;
  private static final int RECIPIENTS = 40;
  private static final ObjectMapper JSON = new ObjectMapper();
  /** Deployed through one node while both run, as an analyst does; its timer is due shortly after the kill. */
  private static final String MODEL = """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <process id="waiting" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="StartEvent"/>
          <sequenceFlow id="Flow_1" sourceRef="StartEvent" targetRef="Timer"/>
          <intermediateCatchEvent id="Timer"><timerEventDefinition>
            <timeDuration xsi:type="tFormalExpression">PT15S</timeDuration>
          </timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="Flow_2" sourceRef="Timer" targetRef="Task_Look"/>
          <userTask id="Task_Look"/>
        </process>
      </definitions>
      """;

  @TempDir static Path folder;

  private static Postgres postgres;
  private static Application first;
  private static Application second;

  @BeforeAll
  static void startBothAtOnce() throws Exception {
    MailServer.clear();
    MailServer.onContent(() -> {
      pause();
      return null;
    });
    postgres = Postgres.start(folder.resolve("data"));
    assertThat(Application.command(postgres.url(), postgres.user(), folder, "schema")).isZero();
    first = launch("--" + OrderedInvitation.PROPERTY + "=" + RECIPIENTS);
    second = launch();
    first.await();
    second.await();
  }

  private static Application launch(String... options) throws IOException {
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--spring.mail.host=localhost";
    all[options.length + 1] = "--spring.mail.port=" + MailServer.port();
    return Application.launch(postgres.url(), postgres.user(), folder, all);
  }

  @AfterAll
  static void stop() throws Exception {
    first.kill();
    second.kill();
    postgres.close();
    MailServer.clear();
  }

  @Test
  @Order(1)
  void whatIsSetUpAtTheStartIsThereOnce() throws Exception {
    assertThat(second.get("/deployment?name=Gremienlauf")).hasSize(1);
    assertThat(second.get("/process-definition/count?key=paper").get("count").asInt()).isEqualTo(1);
    assertThat(second.get("/process-instance/count?processDefinitionKey=daily-duties").get("count").asInt())
        .isEqualTo(1);
    assertThat(second.get("/filter/count?name=Meine%20Aufgaben").get("count").asInt()).isEqualTo(1);
  }

  @Test
  @Order(2)
  void whenANodeIsKilledTheOtherGoesOn() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    login(browser, first);
    assertThat(tasks(browser, second).statusCode()).as("the login counts on the other node").isEqualTo(200);

    deploy(first);
    for (int n = 0; n < TIMERS; n++) {
      second.post("/process-definition/key/waiting/start", Map.of());
    }
    for (int waited = 0; MailServer.mails().isEmpty() && waited < 600; waited++) {
      Thread.sleep(100);
    }
    assertThat(MailServer.mails()).as("the node is killed in the middle of its jobs").isNotEmpty()
        .hasSizeLessThan(RECIPIENTS);
    first.kill();
    MailServer.onContent(() -> null);
    long killed = System.nanoTime();

    assertThat(tasks(browser, second).statusCode()).as("the login outlives its node").isEqualTo(200);
    await("/task/count?processDefinitionKey=waiting", count -> count.get("count").asInt() >= TIMERS);
    await("/process-instance/count?processDefinitionKey=mail-delivery", count -> count.get("count").asInt() == 0);
    System.out.printf("all jobs of the killed node done %d s after the kill%n",
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - killed));
    assertThat(second.get("/task/count?processDefinitionKey=waiting").get("count").asInt()).isEqualTo(TIMERS);
    assertThat(second.get("/history/activity-instance/count?processDefinitionKey=waiting&activityId=Timer")
        .get("count").asInt()).as("no timer fires twice").isEqualTo(TIMERS);
    assertThat(MailServer.mails().stream().map(Aftermath::messageId).distinct()).hasSize(RECIPIENTS);
    assertThat(second.get("/incident/count").get("count").asInt()).isZero();
  }

  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void deploy(Application node) throws Exception {
    String boundary = "----model";
    String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nAnalyse\r\n--"
        + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"waiting.bpmn\"\r\n\r\n" + MODEL
        + "\r\n--" + boundary + "--\r\n";
    node.send(node.request("/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private void await(String path, Predicate<JsonNode> done) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!done.test(second.get(path))) {
      assertThat(System.nanoTime()).as("waiting for %s, now %s", path, second.get(path)).isLessThan(deadline);
      Thread.sleep(500);
    }
  }

  private static void login(HttpClient browser, Application node) throws Exception {
    get(browser, node.address() + "/camunda/app/tasklist/default/");
    String token = ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElseThrow();
    HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(
            URI.create(node.address() + "/camunda/api/admin/auth/user/default/login/tasklist"))
        .header("X-XSRF-TOKEN", token).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=" + Application.USER + "&password="
            + URLEncoder.encode(Application.PASSWORD, StandardCharsets.UTF_8))).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).get("userId").asText()).isEqualTo(Application.USER);
  }

  private static HttpResponse<String> tasks(HttpClient browser, Application node) throws Exception {
    return get(browser, node.address() + "/camunda/api/engine/engine/default/task/count");
  }

  private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
    return browser.send(HttpRequest.newBuilder(URI.create(address)).GET().build(), HttpResponse.BodyHandlers.ofString());
  }
}

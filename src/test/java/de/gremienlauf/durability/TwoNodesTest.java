package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.support.MailServer;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Postgres postgres;
  private static TakeOver nodes;
  private static Application second;

  @BeforeAll
  static void startBothAtOnce() throws Exception {
    postgres = Postgres.start(folder.resolve("data"));
    assertThat(Application.command(postgres.url(), postgres.user(), folder, "schema")).isZero();
    nodes = TakeOver.launch(postgres.url(), postgres.user(), folder);
    second = nodes.survivor();
  }

  @AfterAll
  static void stop() throws Exception {
    nodes.stop();
    postgres.close();
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
    login(browser, nodes.victim());
    assertThat(tasks(browser, second).statusCode()).as("the login counts on the other node").isEqualTo(200);

    long killed = nodes.kill();
    assertThat(tasks(browser, second).statusCode()).as("the login outlives its node").isEqualTo(200);
    nodes.awaitDone();
    System.out.printf("all jobs of the killed node done %d s after the kill%n",
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - killed));
    assertThat(second.get("/task/count?processDefinitionKey=waiting").get("count").asInt()).isEqualTo(TakeOver.TIMERS);
    assertThat(second.get("/history/activity-instance/count?processDefinitionKey=waiting&activityId=Timer")
        .get("count").asInt()).as("no timer fires twice").isEqualTo(TakeOver.TIMERS);
    assertThat(MailServer.mails().stream().map(Aftermath::messageId).distinct()).hasSize(TakeOver.RECIPIENTS);
    assertThat(second.get("/incident/count").get("count").asInt()).isZero();
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

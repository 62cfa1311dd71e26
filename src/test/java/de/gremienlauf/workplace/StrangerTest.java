package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
class StrangerTest {

  @Autowired People people;
  @Autowired IdentityService identity;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  /** Its real secrets are for calendar programs, which do not log in. */
  private static final String SECRET_LINK = "/kalender/1";

  private record Address(String method, String path) {
  }

  private List<Address> ownAddresses() {
    return mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      Stream<String> names = methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
      return names.flatMap(method -> mapping.getPatternValues().stream()
          .map(pattern -> new Address(method, pattern.replaceAll("\\{[^}]+}", "1"))));
    }).filter(address -> !address.path().startsWith("/error")).toList();
  }

  @Test
  void noHandlerAnswersAStranger() {
    assertThat(ownAddresses()).hasSizeGreaterThan(12);
    assertThat(people.stranger().get(SECRET_LINK).status()).as("a secret that nobody was given").isEqualTo(404);
    for (Address address : ownAddresses().stream().filter(one -> !one.path().equals(SECRET_LINK)).toList()) {
      Answer answer = people.stranger().send(address.method(), address.path(), null, "application/json");
      assertThat(answer.status()).as(address.toString()).isIn(302, 401, 403);
      if (address.path().startsWith("/api/") && address.method().equals("GET")) {
        assertThat(answer.status()).as(address.toString()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.");
      }
    }
  }

  @Test
  void theEngineAnswersNoStranger() {
    for (String path : List.of("/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/task",
        "/engine-rest/process-definition", "/engine-rest/engine/default/task", "/engine-rest/version",
        "/engine-rest/history/variable-instance", "/engine-rest/openapi.json", "/engine-rest/identity/groups")) {
      Answer answer = people.stranger().get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
      assertThat(people.stranger().post(path, "{}").status()).as(path).isEqualTo(401);
    }
    assertThat(people.stranger().get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordOpensNothing() {
    String user = people.user("camunda-admin");
    assertThat(people.programOf(user).get("/engine-rest/task?maxResults=1").status()).isEqualTo(200);
    identity.deleteUser(user);
    assertThat(people.programOf(user).get("/engine-rest/task?maxResults=1").status()).isEqualTo(401);
  }

  @Test
  void pagesSendAStrangerToTheLogin() {
    for (String path : List.of("/vorgaenge", "/vorgaenge/", "/vorgaenge/index.html",
        "/webjars/camunda/index.html", "/actuator", "/h2-console", "/nirgends")) {
      Answer answer = people.stranger().get(path);
      assertThat(answer.status()).as(path).isEqualTo(302);
      assertThat(answer.header("Location")).as(path).endsWith("/camunda/app/tasklist/default/");
    }
  }

  @Test
  void theLoginPageGetsTheScriptsOfItsTabs() {
    for (String path : List.of("/vorgaenge/api.js", "/vorgaenge/paper-view.js", "/vorgaenge/view.css")) {
      assertThat(people.stranger().get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void theRootLeadsToTasklist() {
    Answer answer = people.stranger().get("/");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/camunda/app/tasklist/default/");
  }

  @Test
  void nobodyMakesHimselfAdministrator() {
    Answer created = people.stranger().post("/camunda/api/admin/setup/default/user/create",
        Map.of("profile", Map.of("id", "boese", "firstName", "B", "lastName", "B"),
            "credentials", Map.of("password", "Boese-2026-Rathaus!")));
    assertThat(created.status()).isEqualTo(403);
    assertThat(identity.createUserQuery().userId("boese").count()).isZero();
    people.user(UserGroups.ADMINISTRATORS);
    for (String path : List.of("/camunda/app/admin/default/setup", "/camunda/app/admin/default/setup/")) {
      assertThat(people.stranger().get(path).header("Location")).as(path).endsWith("/camunda/app/tasklist/default/");
    }
  }

  @Test
  void whoeverIsLoggedInReadsPages() {
    Person clerk = people.browser("sachbearbeitung");
    assertThat(clerk.get("/vorgaenge").header("Location")).endsWith("/vorgaenge/index.html");
    Answer page = clerk.get("/vorgaenge/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    Answer session = clerk.get("/api/session");
    assertThat(session.json().path("user").asText()).isEqualTo(clerk.id);
    assertThat(session.json().path("groups").get(0).asText()).isEqualTo("sachbearbeitung");
    assertThat(session.json().path("csrfToken").asText()).isNotBlank();
    assertThat(clerk.get("/nirgends").status()).isEqualTo(403);
  }

  @Test
  void theSessionEndsWithTheUser() {
    Person clerk = people.browser("sachbearbeitung");
    assertThat(clerk.get("/api/session").status()).isEqualTo(200);
    identity.deleteUser(clerk.id);
    assertThat(clerk.get("/api/session").status()).isEqualTo(401);
    assertThat(clerk.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
  }

  @Test
  void theSessionStaysTheOneOfTheLogin() {
    Person clerk = people.browser("sachbearbeitung");
    for (String path : List.of("/api/session", "/camunda/api/engine/engine/default/task?maxResults=1",
        "/vorgaenge/index.html")) {
      // Tasklist sends several requests at once: a session that is renewed by one is lost to the others.
      assertThat(clerk.get(path).header("Set-Cookie")).as(path).isNull();
    }
  }

  @Test
  void aGroupLostIsLostAtOnce() {
    Person clerk = people.browser("sachbearbeitung");
    identity.deleteMembership(clerk.id, "sachbearbeitung");
    assertThat(clerk.get("/api/session").json().path("groups")).isEmpty();
  }

  @Test
  void aWriteNeedsTheTokenOfTheSession() {
    Person clerk = people.browser("gremienbuero");
    Answer refused = clerk.withoutToken().post("/api/papers/1/withdraw", Map.of("reason", "x"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).contains("laden Sie die Seite");
    Answer known = people.login(clerk.id, "tasklist").post("/api/papers/999999/withdraw", Map.of("reason", "x"));
    assertThat(known.status()).isEqualTo(404);
  }
}

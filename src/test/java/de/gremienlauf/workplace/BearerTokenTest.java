package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Keycloak;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.support.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs that send a token of the login service. */
@WithKeycloak
class BearerTokenTest {

  private static final List<String> INTERFACES = List.of("/engine-rest/task?maxResults=1", "/api/session");

  @Autowired People people;
  @Autowired IdentityService identity;
  @Autowired RightsWorld world;
  private final Keycloak keycloak = Keycloak.get();

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private Person programOf(String client, String... groups) {
    String id = keycloak.person("p" + UUID.randomUUID().toString().substring(0, 8), "Petra", "Programm", groups);
    return people.withToken(id, keycloak.token(client, id));
  }

  private Person program(String... groups) {
    return programOf(Keycloak.PROGRAM, groups);
  }

  @Test
  void aTokenForThisApplicationOpensBothInterfaces() {
    Person clerk = program("sachbearbeitung", "kantine");
    for (String path : INTERFACES) {
      assertThat(clerk.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(clerk.get("/api/session").json().path("user").asText()).isEqualTo(clerk.id);
    assertThat(clerk.get("/api/session").json().path("groups")).extracting(Object::toString)
        .containsExactly("\"sachbearbeitung\"");
    User user = identity.createUserQuery().userId(clerk.id).singleResult();
    assertThat(user.getFirstName() + " " + user.getLastName() + " " + user.getEmail())
        .isEqualTo("Petra Programm " + clerk.id + "@musterstadt.example");
  }

  @Test
  void aWriteNeedsNothingButTheToken() {
    Answer answer = program("gremienbuero").post("/api/papers/999999/withdraw", Map.of("reason", "x"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
  }

  @Test
  void aTokenForSomebodyElseOpensNothing() {
    refuses(programOf(Keycloak.FOREIGN_PROGRAM, "sachbearbeitung"));
  }

  @Test
  void whatIsNoTokenOrIsChangedOpensNothing() {
    refuses(people.withToken("x", "x.y.z"));
    String[] parts = keycloak.token(Keycloak.PROGRAM, program("revision").id).split("\\.");
    String better = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
        .replace("\"revision\"", "\"camunda-admin\"");
    assertThat(better).contains("camunda-admin");
    refuses(people.withToken("x", parts[0] + "." + Base64.getUrlEncoder().withoutPadding()
        .encodeToString(better.getBytes(StandardCharsets.UTF_8)) + "." + parts[2]));
    refuses(people.withToken("x", parts[0] + "." + parts[1] + "."));
  }

  @Test
  void whoIsAllowedNothingGetsNothing() {
    refuses(program("kantine"));
  }

  /** Not even what those whom they stand in for may do. */
  @Test
  void whoHasBeenHereAndIsAllowedNothingAnyMoreGetsNothing() {
    Person former = program("sachbearbeitung");
    assertThat(former.get(INTERFACES.get(0)).status()).isEqualTo(200);
    keycloak.removeFrom("sachbearbeitung", former.id);
    refuses(people.withToken(former.id, keycloak.token(Keycloak.PROGRAM, former.id)));
  }

  @Test
  void aTokenDoesNotActAsAUserOfTheDatabase() {
    String administrator = people.user("camunda-admin");
    keycloak.person(administrator, "Eva", "Fremd", "sachbearbeitung");
    refuses(people.withToken(administrator, keycloak.token(Keycloak.PROGRAM, administrator)));
    assertThat(people.programOf(administrator).get(INTERFACES.get(0)).status()).isEqualTo(200);
  }

  private static void refuses(Person person) {
    for (String path : INTERFACES) {
      Answer answer = person.get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(answer.message()).isEqualTo("Das Zugriffstoken gilt hier nicht oder nicht mehr.");
    }
  }

  @Test
  void aPasswordOfTheDatabaseStillOpensTheEngine() {
    assertThat(people.program("revision").get(INTERFACES.get(0)).status()).isEqualTo(200);
    Answer stranger = people.stranger().get(INTERFACES.get(0));
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(people.stranger().get("/api/session").status()).isEqualTo(401);
  }

  /**
   * docs/rechte.md says what each role may do; it makes no difference how somebody comes in. All of the engine's
   * addresses are asked, and a third of our own.
   */
  @Test
  void theRightsAreThoseOfTheMatrix() {
    world.build((application, groups) -> {
      people.user(groups);
      return program(groups);
    });
    List<String> problems = new ArrayList<>();
    int asked = 0;
    for (RightsMatrix.Row row : RightsMatrix.rows()) {
      if (asked++ % 3 != 0 && row.endpoint().own()) {
        continue;
      }
      String now = RightsMatrix.observed(row.what(), row.endpoint(), row.example(), world);
      if (!now.equals(row.line())) {
        problems.add("docs/rechte.md says\n" + row.line() + "\nbut with a token it is\n" + now);
      }
    }
    assertThat(problems).isEmpty();
  }
}

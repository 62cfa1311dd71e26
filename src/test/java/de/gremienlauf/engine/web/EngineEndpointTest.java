package de.gremienlauf.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.workplace.Endpoints;
import de.gremienlauf.workplace.Endpoints.Endpoint;
import de.gremienlauf.workplace.RightsWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every address of the engine, as people meet it who are logged in; their rows in docs/rechte.md ask for more. */
@IntegrationTest
class EngineEndpointTest {

  private static final String PROGRAMS = "/engine-rest";

  @Autowired Endpoints endpoints;
  @Autowired RightsWorld world;

  @BeforeEach
  void build() {
    world.build();
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private static String address(String path) {
    return path.replaceAll("\\{[^}]+}", "1");
  }

  private static EngineRequest request(Endpoint endpoint) {
    return new EngineRequest(endpoint.method(), address(endpoint.path()).substring(PROGRAMS.length()));
  }

  /** The addresses of the engine for programs; those for the web applications are the same below another path. */
  private List<Endpoint> engine() {
    return endpoints.all().stream().filter(endpoint -> endpoint.path().startsWith(PROGRAMS))
        .filter(endpoint -> !endpoint.path().startsWith(PROGRAMS + "/engine/")).toList();
  }

  @Test
  void whatIsNotNamedForTheEngineIsForTheAdministrationAlone() {
    List<Endpoint> engine = engine();
    assertThat(engine).hasSizeGreaterThan(450);
    Map<String, String> groups = Map.of("SB", "sachbearbeitung", "AL", "amtsleitung", "OR", "organisation");
    List<String> problems = new ArrayList<>();
    int[] refused = {0};
    groups.forEach((role, group) -> engine.parallelStream()
        .filter(endpoint -> !EngineRequests.allow(request(endpoint), "x", group::equals))
        .forEach(endpoint -> {
          Person person = world.persons().get(role);
          Answer answer = person.send(endpoint.method(),
              address(endpoint.path()).replaceFirst("^" + PROGRAMS, person.engine()), null, "application/json");
          synchronized (problems) {
            refused[0]++;
            if (answer.status() != 403 || !answer.message().startsWith("Das ist hier nicht vorgesehen.")) {
              problems.add(role + " " + endpoint + ": " + answer);
            }
          }
        }));
    assertThat(problems).isEmpty();
    assertThat(refused[0]).isGreaterThan(600);
  }

  @Test
  void nothingOfAnOfficeShowsToOthers() {
    List<String> secrets = List.of(world.objects().get("Betreff"), world.objects().get("Lauf"),
        world.objects().get("Aufgabe"), world.objects().get("Projektaufgabe"));
    List<Endpoint> queries = engine().stream().filter(endpoint -> !endpoint.path().contains("{"))
        .filter(endpoint -> !endpoint.path().endsWith("/password-policy"))
        .filter(endpoint -> EngineRequests.allow(request(endpoint), "x", group -> false)).toList();
    assertThat(queries).hasSizeGreaterThan(50);
    List<String> leaks = new ArrayList<>();
    for (String role : List.of("SB2", "MZ2")) {
      Person person = world.persons().get(role);
      for (Endpoint query : queries) {
        String path = query.path().replaceFirst("^" + PROGRAMS, person.engine());
        String body = query.method().equals("GET") ? person.get(path).body() : person.post(path, Map.of()).body();
        secrets.stream().filter(body::contains).forEach(secret -> leaks.add(role + " " + query + ": " + secret));
      }
      Answer ownTasks = person.get(person.engine() + "/task/count?processInstanceId=" + world.objects().get("Lauf"));
      assertThat(ownTasks.json().path("count").asInt()).isZero();
    }
    assertThat(leaks).isEmpty();
    Person coSigner = world.persons().get("MZ");
    assertThat(coSigner.get(coSigner.engine() + "/task").body()).contains(world.objects().get("Aufgabe"));
  }
}

package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.workplace.Endpoints.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every address of the application as strangers meet it, and each of its own as every role does. */
@IntegrationTest
class EndpointTest {

  private static final Set<String> KNOWN_SERVLETS = Set.of("org.glassfish.jersey.servlet.ServletContainer",
      "org.springframework.web.servlet.DispatcherServlet");

  @Autowired Endpoints endpoints;
  @Autowired People people;
  @Autowired RightsWorld world;

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private record Public(String method, PathPattern pattern) {

    boolean covers(Endpoint endpoint) {
      return (method.equals("*") || method.equals(endpoint.method()))
          && pattern.matches(PathContainer.parsePath(RightsMatrix.address(endpoint.path(), "1")));
    }
  }

  private static List<Public> publicAddresses() {
    return PublicAddresses.entries().stream().map(entry -> new Public(entry.method(),
        PathPatternParser.defaultInstance.parse(entry.pattern()))).toList();
  }

  @Test
  void everyServletIsListed() {
    assertThat(endpoints.servlets())
        .as("Only the addresses of these servlets are asked below; teach Endpoints to list those of the others.")
        .isSubsetOf(KNOWN_SERVLETS);
  }

  @Test
  void everyAddressThatIsNotPublicRefusesStrangers() {
    Set<Endpoint> all = endpoints.all();
    assertThat(all).hasSizeGreaterThan(1500);
    List<Public> open = publicAddresses();
    Person stranger = people.stranger();
    List<String> answered = all.parallelStream()
        .filter(endpoint -> open.stream().noneMatch(one -> one.covers(endpoint)))
        .map(endpoint -> {
          Answer answer = stranger.send(endpoint.method(), RightsMatrix.address(endpoint.path(), "1"), null,
              "application/json");
          boolean refused = answer.status() == 401 || answer.status() == 403
              || answer.status() == 302 && answer.header("Location").endsWith(SecurityConfiguration.TASKLIST);
          return refused ? null : endpoint + ": " + answer.status();
        })
        .filter(line -> line != null).sorted().toList();
    assertThat(answered).as("These answer strangers. Close them in SecurityConfiguration, or name them in"
        + " src/main/resources/public-addresses.txt if everybody may read them.").isEmpty();
  }

  @Test
  void everyOwnAddressHasItsRowInTheMatrix() {
    world.build();
    List<RightsMatrix.Row> rows = RightsMatrix.rows();
    Set<Endpoint> own = endpoints.own().stream().filter(endpoint -> !endpoint.path().equals("/error"))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<Endpoint> listed = rows.stream().map(RightsMatrix.Row::endpoint).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    own.stream().filter(endpoint -> !listed.contains(endpoint)).forEach(endpoint -> problems.add(endpoint
        + " has no row in docs/rechte.md. Add this one where it belongs, say what one does there, and check that each"
        + " role may what it should (this is what it may now):\n"
        + RightsMatrix.proposed(endpoint, world)));
    Set<Endpoint> all = endpoints.all();
    for (RightsMatrix.Row row : rows) {
      if (!all.contains(row.endpoint())) {
        problems.add("docs/rechte.md names " + row.endpoint() + ", which does not exist; remove or correct its row.");
        continue;
      }
      String now;
      try {
        now = RightsMatrix.observed(row.what(), row.endpoint(), row.example(), world);
      } catch (AssertionError e) {
        problems.add(e.getMessage());
        continue;
      }
      if (!now.equals(row.line())) {
        problems.add("docs/rechte.md says\n" + row.line() + "\nbut it is\n" + now
            + "\nCorrect the code if the table is right, the table if it is not.");
      }
    }
    if (!problems.isEmpty()) {
      fail(String.join("\n\n", problems));
    }
  }
}

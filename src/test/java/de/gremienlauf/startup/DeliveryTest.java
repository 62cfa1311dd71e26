package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.yaml.snakeyaml.Yaml;

/**
 * The files for containers agree with each other and with the program: every file, service, port and setting that one
 * names exists, and nothing secret has a default. There is no container engine where this runs.
 */
class DeliveryTest {

  private static final Set<Mistake> PASSING =
      EnumSet.of(Mistake.DATABASE_UNREACHABLE, Mistake.SCHEMA_LOCKED, Mistake.SCHEMA_BUSY);

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:[?-])([^}]*))?}");
  private static final Pattern UPSTREAM = Pattern.compile("(?m)^\\s*server ([a-z0-9-]+):(\\d+)");
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
  private static final Set<String> SECRET_ENDINGS = Set.of("PASSWORD", "SECRET", "KEY");

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static JsonNode compose() throws IOException {
    return new ObjectMapper().valueToTree(new Yaml().<Map<String, Object>>load(text("docker-compose.yml")));
  }

  private static List<MatchResult> variables() throws IOException {
    return VARIABLE.matcher(text("docker-compose.yml")).results().toList();
  }

  @Test
  void whatIsNeededIsAskedForInASentence() throws IOException {
    Set<String> asked = new TreeSet<>();
    Set<String> withDefault = new TreeSet<>();
    for (MatchResult variable : variables()) {
      if (":?".equals(variable.group(2))) {
        assertThat(variable.group(3)).startsWith("Bitte setzen Sie " + variable.group(1)).endsWith(".");
        asked.add(variable.group(1));
      } else if (":-".equals(variable.group(2))) {
        withDefault.add(variable.group(1));
        assertThat(SECRET_ENDINGS.stream().noneMatch(variable.group(1)::endsWith) || variable.group(3).isEmpty())
            .as("%s is secret and has a default", variable.group(1)).isTrue();
      }
    }
    Set<String> used = variables().stream().map(variable -> variable.group(1)).collect(Collectors.toSet());
    used.removeAll(asked);
    assertThat(withDefault).as("used without being asked for").containsAll(used);
    assertThat(asked).contains("DATABASE_PASSWORD", "OIDC_CLIENT_SECRET", "HOST_NAME");
    String manual = text("docs/betrieb.md");
    assertThat(Stream.concat(asked.stream(), withDefault.stream()).filter(name -> !manual.contains("`" + name + "`")))
        .as("variables of docker-compose.yml that docs/betrieb.md does not explain").isEmpty();
  }

  @Test
  void everyFileThatIsNamedExists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (JsonNode service : compose().get("services")) {
      for (JsonNode volume : service.withArray("volumes")) {
        if (volume.asText().startsWith("./src")) {
          named.add(volume.asText().split(":")[0]);
        }
      }
    }
    COPIED.matcher(text("Dockerfile")).results().flatMap(copy -> Stream.of(copy.group(1).split(" ")))
        .filter(file -> !file.startsWith("target/")).forEach(named::add);
    assertThat(named).hasSizeGreaterThan(4);
    assertThat(named).allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(named.stream().filter(file -> file.endsWith(".sh")))
        .allSatisfy(file -> assertThat(Path.of(file)).isExecutable());
  }

  /** They are for trying it out; their password is known to who has read the file. */
  @Test
  void theRealmLetsNobodyInThatTheCityHasNotMade() throws IOException {
    JsonNode users = new ObjectMapper().readTree(Path.of("src/main/operation/keycloak/gremienlauf-realm.json").toFile())
        .get("users");
    assertThat(users).allSatisfy(user ->
        assertThat(user.get("enabled").asText()).isEqualTo("${GREMIENLAUF_SAMPLE_PEOPLE:false}"));
    assertThat(text("docker-compose.yml")).doesNotContain("GREMIENLAUF_SAMPLE_PEOPLE");
  }

  @Test
  void theProgramKnowsEverySettingOfItsContainers() throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> settings = new ObjectMapper()
        .convertValue(compose().at("/services/node-1/environment"), Map.class);
    assertThat(settings).hasSizeGreaterThan(10);
    environment.getPropertySources().addFirst(new MapPropertySource("containers", settings));
    new KnownSettings().verify(environment);
    assertThat(compose().at("/services/node-2/environment")).isEqualTo(compose().at("/services/node-1/environment"));
  }

  @Test
  void theProxyLeadsToServicesThatThereAre() throws IOException {
    String proxy = text("src/main/operation/nginx/gremienlauf.conf");
    List<MatchResult> targets = UPSTREAM.matcher(proxy).results().toList();
    assertThat(targets).extracting(target -> target.group(1)).containsExactly("node-1", "node-2", "keycloak");
    assertThat(targets).extracting(target -> target.group(2)).containsOnly("8080");
    assertThat(proxy).as("the port for who watches over it").doesNotContain("8081");
    JsonNode services = compose().get("services");
    assertThat(targets).allSatisfy(target -> assertThat(services.has(target.group(1))).isTrue());
    assertThat(services.at("/proxy/volumes").toString()).contains("/etc/nginx/tls");
    assertThat(proxy).contains("ssl_certificate /etc/nginx/tls/tls.crt");
  }

  /** What an operator has to set right is not tried again and again; a database may come back, or have less to do. */
  @Test
  void theServiceEndsWithAMistake() throws IOException {
    String unit = text("src/main/operation/systemd/gremienlauf.service");
    assertThat(unit).contains("ExecStart=/usr/bin/java @/opt/gremienlauf/java.args");
    assertThat(Pattern.compile("(?m)^RestartPreventExitStatus=(.*)$").matcher(unit).results()
        .flatMap(line -> Stream.of(line.group(1).split(" ")))).containsExactlyElementsOf(Stream.of(Mistake.values())
            .filter(mistake -> !PASSING.contains(mistake))
            .map(mistake -> String.valueOf(mistake.exitCode())).sorted().toList());
  }

  @Test
  void everyServiceIsWatchedAndLimited() throws IOException {
    JsonNode services = compose().get("services");
    assertThat(text("Dockerfile")).contains("HEALTHCHECK", "USER gremienlauf", "/actuator/health/readiness",
        "RUN ./class-data.sh", "\"@java.args\"");
    services.fields().forEachRemaining(service -> {
      assertThat(service.getValue().at("/deploy/resources/limits/memory").asText()).as(service.getKey()).isNotEmpty();
      assertThat(service.getValue().at("/logging/options/max-size").asText()).as(service.getKey()).isNotEmpty();
      assertThat(service.getValue().path("restart").asText()).as(service.getKey()).isEqualTo("unless-stopped");
      assertThat(service.getValue().has("healthcheck") || service.getValue().has("build")).as(service.getKey()).isTrue();
    });
    Set<String> open = StreamSupport.stream(services.spliterator(), false)
        .flatMap(service -> StreamSupport.stream(service.withArray("ports").spliterator(), false))
        .map(JsonNode::asText).filter(port -> !port.startsWith("127.0.0.1:")).collect(Collectors.toSet());
    assertThat(open).as("ports that the world reaches").containsExactlyInAnyOrder("80:80", "443:443");
  }
}

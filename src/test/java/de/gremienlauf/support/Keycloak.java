package de.gremienlauf.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Keycloak with the realm of src/main/operation, for as long as this JVM runs. It starts in the background, as
 * it takes longer than the application.
 */
public final class Keycloak {

  /** Of everybody whom the realm brings along. */
  public static final String PASSWORD = "Pruefung-2026-Rathaus";
  public static final String CLIENT = "gremienlauf";
  public static final String SECRET = "Geheimnis-der-Pruefung";
  /** A program that may ask for tokens which are meant for this application. */
  public static final String PROGRAM = "programm";
  /** A program whose tokens are meant for somebody else. */
  public static final String FOREIGN_PROGRAM = "fremd";

  static final Path FOLDER = Path.of("target/keycloak").toAbsolutePath();

  private static final Path HOME = FOLDER.resolve("home");
  private static final Path REALM = Path.of("src/main/operation/keycloak/gremienlauf-realm.json");
  private static final Path LOG = FOLDER.resolve("keycloak.log");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Keycloak started;

  /** An upgrade to HTTP/2 without TLS sometimes hangs. */
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = FreePort.next();
  private final String application;
  private final CompletableFuture<Void> ready;
  private Process process;

  private Keycloak(int applicationPort) {
    application = "http://localhost:" + applicationPort;
    ready = CompletableFuture.runAsync(this::run);
  }

  /** Starts it in the background. */
  static synchronized Keycloak start(int applicationPort) {
    started = new Keycloak(applicationPort);
    return started;
  }

  /** The one that has been started, once it answers. */
  public static Keycloak get() {
    started.ready.join();
    return started;
  }

  /** The distribution as Maven brings it, if it has been fetched. */
  static Path archive() {
    try (Stream<Path> files = Files.isDirectory(FOLDER) ? Files.list(FOLDER) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return address() + "/realms/gremienlauf";
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private void run() {
    try {
      if (!Files.exists(HOME.resolve("built"))) {
        Files.createDirectories(HOME);
        command("tar", "xzf", archive().toString(), "-C", HOME.toString(), "--strip-components=1").start().waitFor();
        int code = command(kc(), "build", "--db=dev-file", "--cache=local").start().waitFor();
        if (code != 0) {
          throw new IllegalStateException("Keycloak cannot be built, see " + LOG);
        }
        Files.createFile(HOME.resolve("built"));
      }
      forget(HOME.resolve("data"));
      Path realm = HOME.resolve("data/import/gremienlauf-realm.json");
      Files.createDirectories(realm.getParent());
      Files.copy(REALM, realm, StandardCopyOption.REPLACE_EXISTING);
      process = command(kc(), "start", "--optimized", "--import-realm", "--http-enabled=true", "--http-port=" + port,
          "--hostname-strict=false", "--cache=local").start();
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      await();
      prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String kc() {
    return HOME.resolve("bin/kc.sh").toString();
  }

  private ProcessBuilder command(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(LOG.toString())));
    builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"),
        "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
        "GREMIENLAUF_ADDRESS", application, "GREMIENLAUF_OIDC_CLIENT_SECRET", SECRET,
        "GREMIENLAUF_SAMPLE_PEOPLE", "true", "GREMIENLAUF_SAMPLE_PASSWORD", PASSWORD));
    return builder;
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      List<Path> all = new ArrayList<>(files.toList());
      Collections.reverse(all);
      for (Path file : all) {
        Files.delete(file);
      }
    }
  }

  private void await() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (true) {
      try {
        if (http.send(HttpRequest.newBuilder(URI.create(issuer())).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("Keycloak did not start, see " + LOG);
      }
      Thread.sleep(300);
    }
  }

  /** The script starts a process of its own. */
  private void stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The programs that only tests need: they get tokens for a name and a password. */
  private void prepare() throws IOException {
    JsonNode mappers = JSON.readTree(REALM.toFile()).path("clients").get(0).path("protocolMappers");
    List<JsonNode> groupsOnly = new ArrayList<>();
    mappers.forEach(mapper -> {
      if (mapper.path("name").asText().equals("groups")) {
        groupsOnly.add(mapper);
      }
    });
    client(PROGRAM, mappers);
    client(FOREIGN_PROGRAM, groupsOnly);
  }

  private void client(String id, Object mappers) {
    admin("POST", "/clients", Map.of("clientId", id, "publicClient", true, "standardFlowEnabled", false,
        "directAccessGrantsEnabled", true, "protocolMappers", mappers, "attributes",
        Map.of("access.token.lifespan", "3600")));
  }

  /** A new person in these groups, with a name that nobody has yet. */
  public String person(String id, String firstName, String lastName, String... groups) {
    for (String group : groups) {
      if (!exists("/groups?exact=true&search=" + group)) {
        admin("POST", "/groups", Map.of("name", group));
      }
    }
    admin("POST", "/users", Map.of("username", id, "firstName", firstName, "lastName", lastName, "enabled", true,
        "email", id + "@musterstadt.example", "emailVerified", true,
        "credentials", List.of(Map.of("type", "password", "value", PASSWORD)),
        "groups", Arrays.stream(groups).map(group -> "/" + group).toList()));
    return id;
  }

  public void removeFrom(String group, String person) {
    String groupId = admin("GET", "/groups?exact=true&search=" + group, null).get(0).path("id").asText();
    admin("DELETE", "/users/" + idOf(person) + "/groups/" + groupId, null);
  }

  public void disable(String person) {
    admin("PUT", "/users/" + idOf(person), Map.of("enabled", false));
  }

  /** Whether the person has a session here. */
  public boolean hasSession(String person) {
    return !admin("GET", "/users/" + idOf(person) + "/sessions", null).isEmpty();
  }

  /** How long tokens and logins last from now on, in seconds. */
  public void lasting(int token, int login) {
    admin("PUT", "", Map.of("accessTokenLifespan", token, "ssoSessionMaxLifespan", login));
  }

  private String idOf(String person) {
    return admin("GET", "/users?exact=true&username=" + person, null).get(0).path("id").asText();
  }

  private boolean exists(String path) {
    return !admin("GET", path, null).isEmpty();
  }

  private JsonNode admin(String method, String path, Object body) {
    String token = token("master", "admin-cli", "admin");
    try {
      return send(HttpRequest.newBuilder(URI.create(address() + "/admin/realms/gremienlauf" + path))
          .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
          .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a program gets for somebody's name and password: a token for access. */
  public String token(String program, String person) {
    return token("gremienlauf", program, person);
  }

  private String token(String realm, String client, String user) {
    String form = Map.of("grant_type", "password", "client_id", client, "username", user, "password", PASSWORD)
        .entrySet().stream().map(entry -> entry.getKey() + "="
            + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(address() + "/realms/" + realm + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)).build()).path("access_token").asText();
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

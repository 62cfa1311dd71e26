package de.gremienlauf.durability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.support.FreePort;
import de.gremienlauf.support.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real application in a process of its own, which a test can kill. */
public final class Application {

  public static final String USER = "pruefung";
  public static final String PASSWORD = "Pruef-Kennwort-2026";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final String address;
  private final Path console;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Application(Process process, int port, Path console) {
    this.process = process;
    this.address = "http://localhost:" + port;
    this.console = console;
  }

  /** Starts the application on a database, with further options, and waits until it answers. */
  static Application start(String url, String user, Path folder, String... options)
      throws IOException, InterruptedException {
    Application application = launch(url, user, folder, options);
    application.await();
    return application;
  }

  /** Starts the application without waiting for it. */
  static Application launch(String url, String user, Path folder, String... options) throws IOException {
    int port = FreePort.next();
    List<String> settings = new ArrayList<>(List.of("--server.port=" + port, "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + user, "--gremienlauf.administrator.id=" + USER,
        "--gremienlauf.administrator.password=" + PASSWORD,
        "--logging.file.name=" + folder.resolve("application.log")));
    settings.addAll(List.of(options));
    Path console = folder.resolve("console.log");
    Process process = new ProcessBuilder(JavaProgram.command(settings)).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile())).start();
    return new Application(process, port, console);
  }

  /** One that somebody else has started, with {@link #USER} and {@link #PASSWORD}. */
  public static Application of(Process process, int port) {
    return new Application(process, port, null);
  }

  /** Waits until it answers; what does not is killed. */
  void await() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String state = process.isAlive() ? "does not answer" : "has ended";
        kill();
        throw new IllegalStateException("The application " + state + ":\n" + lastLines());
      }
      Thread.sleep(200);
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(console);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return "There is no " + console;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Where it listens. */
  String address() {
    return address;
  }

  boolean answers() {
    try {
      return get("/process-definition/key/paper").has("id");
    } catch (IOException | InterruptedException | IllegalStateException e) {
      return false;
    }
  }

  /** Kills the process as a power failure would: nothing is closed or flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** A paper that somebody has begun and drafted, as the application has acknowledged it. */
  record Drafted(String taskId, String processInstanceId, String subject) {
  }

  /** Begins a paper and completes its first task. */
  Drafted draft(String subject) throws IOException, InterruptedException {
    JsonNode instance = post("/process-definition/key/paper/submit-form", Map.of("variables",
        Map.of("type", text("Beschlussvorlage"), "subject", text(subject), "leadOffice", text("V/50"))));
    String instanceId = instance.get("id").asText();
    String taskId = get("/task?processInstanceId=" + instanceId).get(0).get("id").asText();
    post("/task/" + taskId + "/submit-form", Map.of("variables", Map.of("subject", text(subject + " neu"),
        "leadOffice", text("V/50"), "visibility", text("public"), "reasons", text("Begründung"))));
    return new Drafted(taskId, instanceId, subject + " neu");
  }

  private static Map<String, String> text(String value) {
    return Map.of("value", value, "type", "String");
  }

  /**
   * Runs a command of the console on a database, with its output in files that bear its name, and returns the exit code.
   */
  public static int command(String url, String user, Path folder, String... typed) throws IOException, InterruptedException {
    return new ProcessBuilder(JavaProgram.command(List.of("-Dspring.datasource.url=" + url,
        "-Dspring.datasource.username=" + user, "-Dstdout.encoding=UTF-8"), List.of(typed)))
        .redirectOutput(folder.resolve(typed[0] + ".out").toFile())
        .redirectError(folder.resolve(typed[0] + ".err").toFile())
        .start().waitFor();
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Posts JSON; an answer other than 2xx is an {@link IllegalStateException}. */
  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return postAs(USER, path, body);
  }

  /** Puts JSON; an answer other than 2xx is an {@link IllegalStateException}. */
  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
  }

  /** Posts JSON as somebody else, who has the same password. */
  JsonNode postAs(String user, String path, Object body) throws IOException, InterruptedException {
    return send(requestAs(user, path).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
  }

  HttpRequest.Builder request(String path) {
    return requestAs(USER, path);
  }

  private HttpRequest.Builder requestAs(String user, String path) {
    String credentials = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(address + "/engine-rest" + path)).timeout(Duration.ofSeconds(30))
        .header("Authorization", "Basic " + credentials);
  }

  JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }
}

package de.gremienlauf.benchmark;

import de.gremienlauf.durability.Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a process of its own that can be used: it shows its login page, and REST answers to a password. */
final class Started implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final long MINUTES = 5;
  private static final long POLL_MILLIS = 20;
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
  private static final Pattern CLASSES = Pattern.compile("Metaspace\\s+used (\\d+)K");

  private final Process process;
  private final double seconds;
  private final double cpuSeconds;

  private Started(Process process, double seconds, double cpuSeconds) {
    this.process = process;
    this.seconds = seconds;
    this.cpuSeconds = cpuSeconds;
  }

  /** Starts it in the folder of what is delivered and waits until it can be used. */
  static Started start(List<String> command, int port) throws IOException, InterruptedException {
    Path console = Delivered.FOLDER.resolve("console.log");
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).directory(Delivered.FOLDER.toFile()).redirectErrorStream(true)
        .redirectOutput(console.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    String credentials = Base64.getEncoder().encodeToString((Application.USER + ":" + Application.PASSWORD)
        .getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("/engine-rest/user/count", "/camunda/app/tasklist/default/")) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
          .timeout(Duration.ofMinutes(1)).header("Authorization", "Basic " + credentials).build();
      while (!answers(request)) {
        if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MINUTES)) {
          process.destroyForcibly();
          throw new IllegalStateException("It did not start, see " + console);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    return new Started(process, (System.nanoTime() - begun) / 1e9, cpu(process));
  }

  private static boolean answers(HttpRequest request) throws InterruptedException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static double cpu(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  Process process() {
    return process;
  }

  /** From the start of the process until it could be used, by the clock. */
  double seconds() {
    return seconds;
  }

  /** What it had computed by then. */
  double cpuSeconds() {
    return cpuSeconds;
  }

  /** Megabytes after a collection of everything that is not used. */
  record Memory(double heap, double classes, double resident) {
  }

  Memory memory() throws IOException, InterruptedException {
    jcmd("GC.run");
    String heap = jcmd("GC.heap_info");
    return new Memory(megabytes(HEAP, heap), megabytes(CLASSES, heap),
        megabytes(RESIDENT, Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))));
  }

  private static double megabytes(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(text);
    }
    return Long.parseLong(matcher.group(1)) / 1024.0;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        String.valueOf(process.pid()), command).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
  }
}

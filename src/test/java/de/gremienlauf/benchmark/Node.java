package de.gremienlauf.benchmark;

import de.gremienlauf.support.FreePort;
import de.gremienlauf.support.People;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;

/** The application in a process of its own, without anything of the tests, on the benchmark's database. */
final class Node implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "benchmark-node").toAbsolutePath();
  private static final long START_MINUTES = 5;

  private final Process process;
  private final int port;

  private Node(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it is ready. */
  static Node start() {
    try {
      int port = FreePort.next();
      Files.createDirectories(FOLDER);
      Path console = FOLDER.resolve("console.log");
      String classes = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
              .split(File.pathSeparator)).filter(entry -> !entry.contains("test-classes"))
          .collect(Collectors.joining(File.pathSeparator));
      List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx1g", "-cp", classes, "de.gremienlauf.GremienlaufApplication", "--server.port=" + port,
          "--spring.datasource.url=" + BenchmarkDatabase.url(BenchmarkDatabase.APPLICATION),
          "--spring.datasource.username=" + BenchmarkDatabase.USER,
          "--logging.file.name=" + FOLDER.resolve("application.log")));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_MINUTES);
      while (!Files.readString(console).contains("Started GremienlaufApplication")) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new IllegalStateException("The application did not start, see " + console);
        }
        Thread.sleep(200);
      }
      return new Node(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Those who use it over HTTP. */
  People people(IdentityService identity) {
    return new People(identity, "http://localhost:" + port);
  }

  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

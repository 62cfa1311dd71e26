package de.gremienlauf.durability;

import de.gremienlauf.support.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of the system's packages with the tools that belong to it, empty at first. */
final class PostgresServer implements AutoCloseable {

  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final String OWNER = "postgres";

  private final Path tools;
  private final Path folder;
  private final int port;

  private PostgresServer(Path tools, Path folder, int port) {
    this.tools = tools;
    this.folder = folder;
    this.port = port;
  }

  /** Where the tools of the newest installed version are. */
  static Optional<Path> tools() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
          .max(Comparator.naturalOrder());
    }
  }

  static PostgresServer start(Path tools) throws IOException, InterruptedException {
    int port = FreePort.next();
    // The server refuses to be run by root, so its folder has to be where its own user gets.
    Path folder = Files.createTempDirectory(Path.of("/tmp"), "gremienlauf-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    PostgresServer server = new PostgresServer(tools, folder, port);
    server.run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata",
        folder.resolve("data").toString());
    server.run("pg_ctl", "start", "--wait", "--pgdata", folder.resolve("data").toString(), "--log",
        folder.resolve("log").toString(), "--options=-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1");
    server.run("createdb", "--host=127.0.0.1", "--port=" + port, "--username=postgres", "gremienlauf");
    return server;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/gremienlauf";
  }

  /** Runs a script of the operation on the database of this server and returns its exit code. */
  int script(String name, Path output, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("src/main/operation/" + name));
    command.addAll(List.of(arguments));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    script.environment().putAll(Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port), "PGUSER", "postgres",
        "PGDATABASE", "gremienlauf", "PATH", tools + ":" + System.getenv("PATH")));
    return script.start().waitFor();
  }

  private void run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(tools.resolve(tool).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("postgres", ".log");
    int exitCode = new ProcessBuilder(command).directory(new File("/tmp")).redirectErrorStream(true)
        .redirectOutput(output.toFile()).start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(output));
    }
    Files.delete(output);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("pg_ctl", "stop", "--mode=fast", "--pgdata", folder.resolve("data").toString());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package de.gremienlauf.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a command of the console in a process of its own, on the database of a test. */
final class ConsoleProcess {

  private final Postgres postgres;
  private final Path folder;

  ConsoleProcess(Postgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  /**
   * What the command printed.
   *
   * @throws IllegalStateException if its exit code was not 0
   */
  String run(String... typed) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "de.gremienlauf.GremienlaufApplication"));
    command.addAll(Arrays.asList(typed));
    Path printed = folder.resolve(typed[0] + ".out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().put("SPRING_DATASOURCE_URL", postgres.url());
    builder.environment().put("SPRING_DATASOURCE_USERNAME", postgres.user());
    int code = builder.start().waitFor();
    String text = Files.readString(printed);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", typed) + " ended with " + code + ":\n" + text);
    }
    return text;
  }
}

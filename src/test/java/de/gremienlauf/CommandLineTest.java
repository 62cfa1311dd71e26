package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as somebody types them: in a Java process of their own, because each starts a whole application. */
class CommandLineTest {

  @TempDir Path directory;

  private int run(String... typed) throws IOException, InterruptedException {
    ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dspring.datasource.url=jdbc:h2:mem:command", "-Dlogging.file.name=" + directory.resolve("command.log"),
        "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
        GremienlaufApplication.class.getName());
    java.command().addAll(List.of(typed));
    Process process = java.redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void onlyTheResultGoesToTheStandardOutput() throws Exception {
    int exitCode = run("import", "docs/beispiele");
    assertThat(exitCode).as(Files.readString(directory.resolve("err"))).isZero();
    assertThat(directory.resolve("out")).hasContent("""
        bodies.csv: 5 neu, 0 schon vorhanden
        persons.csv: 3 neu, 0 schon vorhanden
        memberships.csv: 3 neu, 0 schon vorhanden
        meetings.csv: 3 neu, 0 schon vorhanden
        """);
  }

  @Test
  void aRefusalGoesToTheErrorOutput() throws Exception {
    assertThat(run("import", "nirgends")).isEqualTo(2);
    assertThat(directory.resolve("out")).isEmptyFile();
    assertThat(directory.resolve("err")).content().contains("Das Verzeichnis");
  }
}

package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.JavaProgram;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as somebody types them: in a Java process of their own, because most start a whole application. */
class CommandLineTest {

  @TempDir Path directory;

  @BeforeEach
  void nothingIsTyped() throws IOException {
    Files.createFile(directory.resolve("in"));
  }

  private int run(String... typed) throws IOException, InterruptedException {
    return run(StandardCharsets.UTF_8, "jdbc:h2:mem:command", typed);
  }

  private int run(Charset encoding, String database, String... typed) throws IOException, InterruptedException {
    ProcessBuilder java = new ProcessBuilder(JavaProgram.command(List.of("-Dspring.datasource.url=" + database,
        "-Dlogging.file.name=" + directory.resolve("command.log"), "-Dstdout.encoding=" + encoding), List.of(typed)));
    Process process = java.redirectInput(directory.resolve("in").toFile())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void onlyTheResultGoesToTheStandardOutput() throws Exception {
    int exitCode = run("import", "docs/beispiele");
    assertThat(exitCode).as(Files.readString(directory.resolve("err"))).isZero();
    assertThat(directory.resolve("out")).hasContent("""
        bodies.csv: 6 neu, 0 schon vorhanden
        persons.csv: 4 neu, 0 schon vorhanden
        memberships.csv: 5 neu, 0 schon vorhanden
        meetings.csv: 3 neu, 0 schon vorhanden
        recesses.csv: 2 neu, 0 schon vorhanden
        superiors.csv: 1 neu, 0 schon vorhanden
        signing-authorities.csv: 2 neu, 0 schon vorhanden
        """);
  }

  @Test
  void aRefusalGoesToTheErrorOutput() throws Exception {
    assertThat(run("import", "nirgends")).isEqualTo(2);
    assertThat(directory.resolve("out")).isEmptyFile();
    assertThat(directory.resolve("err")).content().contains("Das Verzeichnis");
  }

  @Test
  void anOperatorsMistakeHasItsOwnExitCode() throws Exception {
    assertThat(run("schema")).isEqualTo(24);
    assertThat(directory.resolve("err")).content().hasLineCount(1).contains("ist hier nicht zulässig");
  }

  @Test
  void deadlinesNeedNoDatabaseAndAreInUtf8() throws Exception {
    Files.writeString(directory.resolve("in"), """
        {"rule":"months","event":"2017-08-31","n":6}
        {"rule":"months","event":"2017-08-31","n":0}
        """);
    assertThat(run(StandardCharsets.US_ASCII, "jdbc:h2:file:/nirgends/daten", "deadline", "--batch")).isZero();
    assertThat(directory.resolve("err")).isEmptyFile();
    assertThat(Files.readAllLines(directory.resolve("out"))).satisfiesExactly(
        answer -> assertThat(answer).startsWith("{\"date\":\"2018-02-28\",").contains("zählt nicht mit (§ 187 Abs. 1"),
        answer -> assertThat(answer).startsWith("{\"error\":{\"field\":\"n\","));
  }

  @Test
  void aPlanNeedsNoDatabaseAndIsInUtf8() throws Exception {
    assertThat(run(StandardCharsets.US_ASCII, "jdbc:h2:file:/nirgends/daten", "plan", "docs/planung/beispiel.json"))
        .isZero();
    assertThat(directory.resolve("err")).isEmptyFile();
    assertThat(directory.resolve("out")).content(StandardCharsets.UTF_8).contains("\"meetsDeadline\" : true")
        .contains("Die Entscheidung ist frühestens am Do 18.03.2027 möglich.");
    assertThat(run("plan", "src/test/resources/planning/koeln-0554-2017.json")).as("too late").isEqualTo(1);
    assertThat(run("plan", "docs/planung/plan.schema.json")).isEqualTo(2);
    assertThat(directory.resolve("err")).content().isEqualTo("Die Datei kennt das Feld „$schema“ nicht; es gibt start,"
        + " deadline, coSigningDays, signingDays, distance, closedDays, recesses, bodies, sequence, history, note.\n");
  }
}

package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
      new PrintStream(err, true, StandardCharsets.UTF_8));

  @Test
  void anUnknownCommandIsRefusedWithTheKnownOnes() {
    assertThat(console.run(List.of("importieren"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("„importieren“ gibt es nicht", "import VERZEICHNIS");
    assertThat(out.size()).isZero();
  }

  @Test
  void helpIsWhatWasAskedFor() {
    assertThat(console.run(List.of("--help"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("import VERZEICHNIS");
    assertThat(err.size()).isZero();
  }

  @Test
  void propertiesStartTheWebApplication() {
    assertThat(Console.isMeant(new String[] {"--server.port=8081"})).isFalse();
    assertThat(Console.isMeant(new String[] {})).isFalse();
    assertThat(Console.isMeant(new String[] {"import"})).isTrue();
    assertThat(Console.isMeant(new String[] {"-h"})).isTrue();
  }

  @Test
  void aCommandThatNeedsNoApplicationIsRefusedWithoutOne() {
    assertThat(console.run(List.of("deadline"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("Bitte rufen Sie den Befehl so auf: deadline --batch");
    assertThat(out.size()).isZero();
  }
}

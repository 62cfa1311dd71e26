package de.gremienlauf.support;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The application as a program of its own, for tests that start it in a process and may kill it. */
public final class JavaProgram {

  private JavaProgram() {
  }

  /** The command that starts it; it lives too briefly for the second compiler to pay. */
  public static List<String> command(List<String> arguments) {
    return command(List.of(), arguments);
  }

  /** The same with further options of the virtual machine. */
  public static List<String> command(List<String> options, List<String> arguments) {
    return Stream.of(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), options, program(arguments), arguments)
        .flatMap(List::stream).toList();
  }

  /**
   * What is delivered, if the build has made it; the classes under test if not, or if components of the tests are
   * wanted, which only settings under {@code gremienlauf.test} ask for.
   */
  private static List<String> program(List<String> arguments) {
    boolean needsTests = arguments.stream().anyMatch(argument -> argument.startsWith("--gremienlauf.test."));
    if (Boolean.getBoolean("gremienlauf.test.delivered") && !needsTests) {
      return List.of(DeliveredFolder.arguments());
    }
    return List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "de.gremienlauf.GremienlaufApplication");
  }
}

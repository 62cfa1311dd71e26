package de.gremienlauf.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * What is delivered, set up as an operator does it: the jar that {@code mvn package} has made, extracted, and beside it
 * what {@code class-data.sh} makes for a fast start.
 */
public final class DeliveredFolder {

  public static final Path PATH = Path.of("target", "delivered").toAbsolutePath();

  private static final Path JAR = Path.of("target", "gremienlauf.jar").toAbsolutePath();
  private static final Path CLASS_DATA = Path.of("src", "main", "operation", "class-data.sh").toAbsolutePath();
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private DeliveredFolder() {
  }

  /**
   * Sets it up unless that has been done with the same jar; other JVMs of the build wait meanwhile.
   *
   * @return the arguments of {@code java} with which an operator starts it
   */
  public static synchronized String arguments() {
    Path arguments = PATH.resolve("java.args");
    try (FileChannel lock = FileChannel.open(PATH.resolveSibling("delivered.lock"), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE)) {
      lock.lock();
      if (!Files.exists(JAR)) {
        throw new IllegalStateException(JAR + " is missing: mvn -B package -DskipTests makes it");
      }
      if (!Files.exists(arguments) || !isNewer(arguments, JAR) || !isNewer(arguments, CLASS_DATA)) {
        Files.createDirectories(PATH);
        run(JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", PATH.toString());
        run("bash", CLASS_DATA.toString());
      }
      return "@" + arguments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNewer(Path file, Path other) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    return time.compareTo(Files.getLastModifiedTime(other)) > 0;
  }

  private static void run(String... command) throws IOException {
    Path output = Files.createTempFile("delivered", ".log");
    ProcessBuilder program = new ProcessBuilder(command).directory(PATH.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile());
    program.environment().merge("PATH", Path.of(JAVA).getParent().toString(), (path, bin) -> bin + ":" + path);
    program.environment().put("CLASS_DATA_PORT", String.valueOf(FreePort.next()));
    try {
      if (program.start().waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + ": " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Files.delete(output);
  }
}

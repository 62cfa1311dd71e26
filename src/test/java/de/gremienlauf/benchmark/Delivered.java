package de.gremienlauf.benchmark;

import de.gremienlauf.durability.Application;
import de.gremienlauf.support.DeliveredFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application as it is delivered: the jar that {@code mvn package} has made, extracted, with the profile for
 * production; and beside it an {@link EmptyApplication} with those of the same libraries that its two starters need.
 */
final class Delivered {

  static final Path FOLDER = DeliveredFolder.PATH;

  private static final String EMPTY_CLASS = EmptyApplication.class.getName().replace('.', '/') + ".class";

  private static final String VERSION = "-\\d[0-9A-Za-z.]*(-[A-Za-z-]+)?\\.jar$";

  private final String arguments;
  private final List<String> libraries;

  private Delivered(String arguments, List<String> libraries) {
    this.arguments = arguments;
    this.libraries = libraries;
  }

  static Delivered extract() throws IOException {
    String arguments = DeliveredFolder.arguments();
    Path classes = FOLDER.resolve("empty").resolve(EMPTY_CLASS);
    Files.createDirectories(classes.getParent());
    try (InputStream empty = Delivered.class.getClassLoader().getResourceAsStream(EMPTY_CLASS);
        JarFile jar = new JarFile(FOLDER.resolve("gremienlauf.jar").toFile())) {
      Files.copy(empty, classes, StandardCopyOption.REPLACE_EXISTING);
      return new Delivered(arguments, List.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ")));
    }
  }

  /** The command that starts the application on a database that has its tables; it listens on this port. */
  List<String> application(List<String> options, int port, String url, String... settings) {
    return command(Stream.concat(options.stream(), Stream.of("-cp", classPath("gremienlauf.jar", libraries),
        "de.gremienlauf.GremienlaufApplication")), settings(port, url), Stream.of(settings));
  }

  /** The same as operators start it, with what {@code class-data.sh} has made. */
  List<String> withClassData(int port, String url) {
    return command(Stream.of(arguments), settings(port, url));
  }

  /** The command that starts the empty application; its tables it makes itself if there are none. */
  List<String> empty(List<String> options, int port, String url) throws IOException {
    Set<String> needed;
    try (InputStream names = Delivered.class.getResourceAsStream("/benchmark/empty-application.txt")) {
      needed = Set.copyOf(Arrays.asList(new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
    }
    List<String> jars = libraries.stream()
        .filter(jar -> needed.contains(Path.of(jar).getFileName().toString().replaceFirst(VERSION, "$1"))).toList();
    return command(Stream.concat(options.stream(), Stream.of("-cp", classPath("empty", jars),
        EmptyApplication.class.getName(), "--server.port=" + port, "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + BenchmarkDatabase.USER, "--camunda.bpm.admin-user.id=" + Application.USER,
        "--camunda.bpm.admin-user.password=" + Application.PASSWORD)));
  }

  private static Stream<String> settings(int port, String url) {
    return Stream.of("--spring.profiles.active=production", "--server.port=" + port, "--management.server.port=0",
        "--spring.datasource.url=" + url, "--spring.datasource.username=" + BenchmarkDatabase.USER,
        "--spring.datasource.password=nobody-asks-for-it", "--gremienlauf.municipality=Musterstadt",
        "--gremienlauf.mail.from=Gremien <gremien@stadt.example>", "--gremienlauf.mail.domain=stadt.example",
        "--gremienlauf.mail.base-address=https://gremien.stadt.example", "--spring.mail.host=mail.stadt.example",
        "--gremienlauf.administrator.id=" + Application.USER,
        "--gremienlauf.administrator.password=" + Application.PASSWORD,
        "--logging.file.name=" + FOLDER.resolve("log").resolve("application.log"));
  }

  private static String classPath(String first, List<String> jars) {
    return Stream.concat(Stream.of(first), jars.stream()).map(entry -> FOLDER.resolve(entry).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @SafeVarargs
  private static List<String> command(Stream<String>... parts) {
    List<String> command = new ArrayList<>(List.of(java()));
    Stream.of(parts).flatMap(part -> part).forEach(command::add);
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

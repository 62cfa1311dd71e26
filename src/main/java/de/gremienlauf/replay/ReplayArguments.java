package de.gremienlauf.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was typed after {@code replay}. */
@CommandLine.Command(name = "replay", separator = "=")
public class ReplayArguments {

  private static final String OWN_DATABASE = "jdbc:h2:mem:replay;DB_CLOSE_DELAY=-1"
      + ";LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=1024;OPTIMIZE_REUSE_RESULTS=0";

  @Parameters(paramLabel = "PFAD", arity = "1..*")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--report", paramLabel = "DATEI")
  Path report;

  @Option(names = "--deadlines")
  boolean deadlines;

  @Option(names = "--documents", paramLabel = "VERZEICHNIS")
  Path documents;

  @Option(names = "--database", paramLabel = "JDBC-URL")
  String database;

  @Option(names = "--models", paramLabel = "VERZEICHNIS")
  Path models;

  /** Reads the arguments; throws {@link CommandLine.ParameterException} if they are not understood. */
  static ReplayArguments parse(List<String> typed) {
    ReplayArguments arguments = new ReplayArguments();
    new CommandLine(arguments).parseArgs(typed.toArray(String[]::new));
    return arguments;
  }

  /** Application properties of a replay: an engine of its own, in memory unless a database is named. */
  public static Map<String, Object> properties(List<String> typed) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", OWN_DATABASE);
    properties.put("camunda.bpm.generic-properties.properties.history-cleanup-enabled", false);
    try {
      ReplayArguments arguments = parse(typed);
      if (arguments.database != null) {
        properties.put("spring.datasource.url", arguments.database);
        if (!arguments.database.startsWith("jdbc:h2:")) {
          properties.put("spring.datasource.username", System.getProperty("user.name"));
        }
      }
      if (arguments.models != null && Files.isDirectory(arguments.models)) {
        properties.put("gremienlauf.models", arguments.models.toAbsolutePath());
      }
    } catch (CommandLine.ParameterException e) {
      // The command itself says what is wrong with the arguments.
    }
    return properties;
  }
}

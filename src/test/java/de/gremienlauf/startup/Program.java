package de.gremienlauf.startup;

import static java.util.Map.entry;

import de.gremienlauf.support.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real program in a process of its own, with the settings of an operator in its environment. */
final class Program {

  private Program() {
  }

  /** Everything that production asks for; the ports are any that are free. */
  static Map<String, String> rightSettings(Database database, Path folder) {
    return new HashMap<>(Map.ofEntries(entry("SPRING_PROFILES_ACTIVE", "production"), entry("LC_ALL", "C.UTF-8"),
        entry("SPRING_DATASOURCE_URL", database.url()), entry("SPRING_DATASOURCE_USERNAME", database.user()),
        entry("SPRING_DATASOURCE_PASSWORD", database.password()), entry("GREMIENLAUF_MUNICIPALITY", "Prüfstadt"),
        entry("GREMIENLAUF_MAIL_FROM", "Gremien <gremien@stadt.example>"),
        entry("GREMIENLAUF_MAIL_DOMAIN", "stadt.example"),
        entry("GREMIENLAUF_MAIL_BASEADDRESS", "https://gremien.stadt.example"),
        entry("SPRING_MAIL_HOST", "mail.stadt.example"), entry("GREMIENLAUF_ADMINISTRATOR_ID", "leitung"),
        entry("GREMIENLAUF_ADMINISTRATOR_PASSWORD", "Rathaus-am-Fluss-9"), entry("SERVER_PORT", "0"),
        entry("MANAGEMENT_SERVER_PORT", "0"),
        entry("LOGGING_FILE_NAME", folder.resolve("log/application.log").toString())));
  }

  /** Starts it; what it prints, and nothing else, is then in the file. */
  static Process start(Map<String, String> settings, Path printed, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(JavaProgram.command(List.of(arguments))).redirectErrorStream(true)
        .redirectOutput(printed.toFile());
    builder.environment().putAll(settings);
    return builder.start();
  }
}

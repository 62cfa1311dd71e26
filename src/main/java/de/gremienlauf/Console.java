package de.gremienlauf;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.startup.ConfigurationMistake;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs a {@link ConsoleCommand}: starts the application without web server and job executor if the command needs it,
 * and keeps the standard output for what the command prints; everything else goes to the error output.
 */
final class Console {

  private static final Set<String> HELP = Set.of("help", "--help", "-h");
  private static final int H2_DATABASE_IN_USE = 90020;

  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Whether this is for the console; what else begins with a dash are properties for the web application. */
  static boolean isMeant(String[] typed) {
    return typed.length > 0 && (!typed[0].startsWith("-") || HELP.contains(typed[0]));
  }

  /** Runs what was typed and returns the exit code. */
  int run(List<String> typed) {
    if (HELP.contains(typed.get(0))) {
      printUsage(out);
      return ConsoleCommand.OK;
    }
    Optional<Command> found = Command.find(typed.get(0));
    if (found.isEmpty()) {
      err.println("Den Befehl „" + typed.get(0) + "“ gibt es nicht.");
      printUsage(err);
      return ConsoleCommand.REFUSED;
    }
    List<String> arguments = typed.subList(1, typed.size());
    PrintStream formerOut = System.out;
    System.setOut(err);
    try {
      return run(found.get(), arguments);
    } catch (BusinessException e) {
      err.println(e.getMessage());
      return ConsoleCommand.REFUSED;
    } catch (RuntimeException e) {
      Optional<ConfigurationMistake> mistake = ConfigurationMistake.in(e);
      if (mistake.isPresent()) {
        return mistake.get().getExitCode();
      }
      if (!databaseInUse(e)) {
        e.printStackTrace(err);
        err.println("Der Befehl „" + typed.get(0) + "“ konnte nicht ausgeführt werden.");
        return ConsoleCommand.REFUSED;
      }
      err.println("Die Datenbank ist in Benutzung. Bitte beenden Sie die laufende Anwendung und versuchen Sie es dann"
          + " noch einmal.");
      return ConsoleCommand.REFUSED;
    } finally {
      out.flush();
      System.setOut(formerOut);
    }
  }

  private int run(Command command, List<String> arguments) {
    Optional<ConsoleCommand> alone = command.withoutApplication();
    if (alone.isPresent()) {
      // The log is set up by the application; until then it would write everything.
      LoggingSystem.get(Console.class.getClassLoader()).beforeInitialize();
      try {
        return alone.get().run(arguments, out);
      } catch (ConfigurationMistake e) {
        // An application that does not start has said it already.
        err.println(e.getMessage());
        throw e;
      }
    }
    try (ConfigurableApplicationContext context = start(command.properties(arguments))) {
      return context.getBeansOfType(ConsoleCommand.class).values().stream()
          .filter(bean -> bean.name().equals(command.typed()))
          .findFirst().orElseThrow()
          .run(arguments, out);
    }
  }

  private static void printUsage(PrintStream stream) {
    stream.println("Aufruf: java -jar gremienlauf.jar [BEFEHL]");
    Stream.of(Command.values()).forEach(command -> stream.println("  " + command.usage()));
    stream.println("Ohne Befehl startet die Webanwendung.");
  }

  private static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return new SpringApplicationBuilder(GremienlaufApplication.class)
        .web(WebApplicationType.NONE)
        .profiles("console")
        .logStartupInfo(false)
        .run(properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
  }

  private static boolean databaseInUse(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_DATABASE_IN_USE) {
        return true;
      }
    }
    return false;
  }
}

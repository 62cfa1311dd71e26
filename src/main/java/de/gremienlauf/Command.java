package de.gremienlauf;

import de.gremienlauf.replay.ReplayArguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands of the console, known before the application starts. Each is run by the bean of its name. */
enum Command {

  IMPORT("import", "import VERZEICHNIS   Gremien, Personen, Mitgliedschaften und Sitzungen aus CSV-Dateien einlesen",
      arguments -> Map.of()),
  REPLAY("replay", "replay PFAD...       aufgezeichnete Gremienläufe durch die Modelle führen und vergleichen",
      ReplayArguments::properties);

  private final String typed;
  private final String usage;
  private final Function<List<String>, Map<String, Object>> properties;

  Command(String typed, String usage, Function<List<String>, Map<String, Object>> properties) {
    this.typed = typed;
    this.usage = usage;
    this.properties = properties;
  }

  static Optional<Command> find(String typed) {
    return Stream.of(values()).filter(command -> command.typed.equals(typed)).findFirst();
  }

  String typed() {
    return typed;
  }

  /** One line that says how it is called and what it does. */
  String usage() {
    return usage;
  }

  /** Application properties that the command needs with these arguments, e.g. a database of its own. */
  Map<String, Object> properties(List<String> arguments) {
    return properties.apply(arguments);
  }
}

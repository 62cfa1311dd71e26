package de.gremienlauf;

import de.gremienlauf.audit.VerifyAuditCommand;
import de.gremienlauf.calendar.DeadlineCommand;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.planning.PlanCommand;
import de.gremienlauf.replay.ReplayArguments;
import de.gremienlauf.startup.SchemaCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The commands of the console, known before the application starts. Each is run by the bean of its name, or without the
 * application if it needs none.
 */
enum Command {

  IMPORT("import",
      "import VERZEICHNIS   Gremien, Personen, Mitgliedschaften, Sitzungen und Ratsferien aus CSV-Dateien einlesen",
      arguments -> Map.of()),
  DEADLINE("deadline", "deadline --batch     Fristen berechnen: je Zeile eine JSON-Anfrage von der Standardeingabe",
      () -> new DeadlineCommand(System.in)),
  REPLAY("replay", "replay PFAD...       aufgezeichnete Gremienläufe durch die Modelle führen und vergleichen",
      ReplayArguments::properties),
  SEARCH_INDEX("search-index", "search-index         alles, was die Suche findet, neu aufnehmen", arguments -> Map.of()),
  VERIFY_AUDIT("verify-audit",
      "verify-audit DATEI   prüfen, ob ein Prüfexport unverändert ist; --seal SIEGEL vergleicht auch sein Siegel",
      VerifyAuditCommand::new),
  VERIFY("verify",
      "verify               prüfen, ob Dokumente, Vorgänge und Nummern vollständig sind und zusammenpassen",
      arguments -> Map.of("camunda.bpm.auto-deployment-enabled", false, "gremienlauf.schema.update-at-start", false,
          "spring.liquibase.enabled", false)),
  PLAN("plan",
      "plan DATEI           planen, wann eine Vorlage frühestens entschieden ist und spätestens beginnen muss",
      PlanCommand::new),
  SCHEMA("schema",
      "schema               die Tabellen der Datenbank anlegen oder ändern; --dry-run zeigt nur, was aussteht",
      SchemaCommand::new);

  private final String typed;
  private final String usage;
  private final Function<List<String>, Map<String, Object>> properties;
  private final Supplier<ConsoleCommand> alone;

  Command(String typed, String usage, Function<List<String>, Map<String, Object>> properties) {
    this(typed, usage, properties, null);
  }

  Command(String typed, String usage, Supplier<ConsoleCommand> alone) {
    this(typed, usage, arguments -> Map.of(), alone);
  }

  Command(String typed, String usage, Function<List<String>, Map<String, Object>> properties,
      Supplier<ConsoleCommand> alone) {
    this.typed = typed;
    this.usage = usage;
    this.properties = properties;
    this.alone = alone;
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

  /** The command itself if it needs no application; empty if a bean of the application runs it. */
  Optional<ConsoleCommand> withoutApplication() {
    return Optional.ofNullable(alone).map(Supplier::get);
  }
}

package de.gremienlauf.startup;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** Brings the tables of the database up to date, or says what that would mean, without starting the application. */
public final class SchemaCommand implements ConsoleCommand {

  private static final String DRY_RUN = "--dry-run";

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    boolean dryRun = arguments.equals(List.of(DRY_RUN));
    if (!arguments.isEmpty() && !dryRun) {
      throw new BusinessException("Bitte rufen Sie den Befehl so auf: schema [--dry-run]");
    }
    StandardEnvironment environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    Database database = Database.of(environment);
    database.mustBePostgres();
    try (Schema schema = new Schema(database)) {
      return dryRun ? compare(schema, out) : update(schema, out);
    }
  }

  private static int compare(Schema schema, PrintStream out) {
    if (schema.state() == Schema.State.CURRENT) {
      out.println("Das Schema ist aktuell.");
      return OK;
    }
    List<String> pending = schema.pending();
    pending.forEach(out::println);
    out.println(pending.size() + " Änderungen stehen aus.");
    return DIFFERENCES;
  }

  private static int update(Schema schema, PrintStream out) {
    schema.state();
    int changes = schema.update();
    out.println(changes == 0 ? "Das Schema ist aktuell."
        : "Das Schema ist jetzt aktuell; ausgeführte Änderungen: " + changes + ".");
    return OK;
  }
}

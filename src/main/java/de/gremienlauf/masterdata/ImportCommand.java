package de.gremienlauf.masterdata;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code import VERZEICHNIS}: reads the CSV files of a directory into the database, all of them or nothing. */
@Component
class ImportCommand implements ConsoleCommand {

  private final MasterDataImport masterData;

  ImportCommand(MasterDataImport masterData) {
    this.masterData = masterData;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (arguments.size() != 1) {
      throw new BusinessException("Bitte geben Sie genau ein Verzeichnis an: import VERZEICHNIS");
    }
    masterData.read(Path.of(arguments.get(0))).forEach(counted -> out.println(counted.fileName() + ": "
        + counted.added() + " neu, " + counted.known() + " schon vorhanden"));
    return OK;
  }
}

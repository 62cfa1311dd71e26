package de.gremienlauf.audit;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The command {@code verify-audit}: whether an audit export is as it was made. It needs neither engine nor database. */
public final class VerifyAuditCommand implements ConsoleCommand {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    boolean withSeal = arguments.size() == 3 && arguments.get(1).equals("--seal");
    if (arguments.size() != 1 && !withSeal) {
      throw new BusinessException("Bitte rufen Sie den Befehl so auf: verify-audit DATEI [--seal SIEGEL]");
    }
    if (withSeal && !HASH.matcher(arguments.get(2)).matches()) {
      throw new BusinessException("Ein Siegel hat 64 Zeichen aus 0 bis 9 und a bis f.");
    }
    AuditCheck.Findings findings = findings(arguments.get(0), withSeal ? arguments.get(2) : null);
    if (findings.problems().isEmpty()) {
      out.println("Unverändert: " + findings.entries() + " Einträge, " + findings.documents() + " Dokumente.");
      out.println("Siegel: " + findings.seal());
      return OK;
    }
    findings.problems().forEach(out::println);
    out.println("Der Export ist nicht mehr, was er war: " + findings.problems().size()
        + (findings.problems().size() == 1 ? " Feststellung." : " Feststellungen."));
    return DIFFERENCES;
  }

  private static AuditCheck.Findings findings(String file, String seal) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new BusinessException("Die Datei „" + file + "“ gibt es nicht.");
      }
      return AuditCheck.of(path, seal);
    } catch (IOException | InvalidPathException e) {
      throw new BusinessException("Die Datei „" + file + "“ ist kein Prüfexport, oder sie ist so beschädigt, dass sie"
          + " sich nicht lesen lässt.");
    }
  }
}

package de.gremienlauf.operation;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** The command {@code verify}: whether documents, references, processes and numbers fit together. It only reads. */
@Component
class VerifyCommand implements ConsoleCommand {

  private final Verification verification;

  VerifyCommand(Verification verification) {
    this.verification = verification;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (!arguments.isEmpty()) {
      throw new BusinessException("Der Befehl „verify“ nimmt keine Angaben.");
    }
    int found = verification.run(out::println).size();
    out.println(found == 0 ? "Alles stimmt überein." : found + (found == 1 ? " Feststellung." : " Feststellungen.")
        + " Was sie bedeuten, steht in docs/betrieb.md.");
    return found == 0 ? OK : DIFFERENCES;
  }
}

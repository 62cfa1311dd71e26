package de.gremienlauf.calendar;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The command {@code deadline --batch}: reads one JSON request a line and writes one JSON answer a line, in UTF-8
 * whatever the platform. It needs neither engine nor database.
 */
public final class DeadlineCommand implements ConsoleCommand {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;

  public DeadlineCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public String name() {
    return "deadline";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (!arguments.equals(List.of("--batch"))) {
      throw new BusinessException("Bitte rufen Sie den Befehl so auf: deadline --batch");
    }
    DeadlineAnswers answers = new DeadlineAnswers(new PeriodCalculator(new WorkingDays()));
    try {
      BufferedReader requests = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      boolean first = true;
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        boolean marked = first && line.startsWith(BYTE_ORDER_MARK);
        writer.write(answers.to(marked ? line.substring(1) : line) + "\n");
        first = false;
        // Who talks to the command line by line waits for this answer before asking on.
        if (!requests.ready()) {
          writer.flush();
        }
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OK;
  }
}

package de.gremienlauf.engine;

import java.io.PrintStream;
import java.util.List;

/**
 * Something to do from the console instead of serving the web application, e.g. {@code import}. It runs in the whole
 * application, but without a web server and without a job executor; one that needs no application runs without it.
 */
public interface ConsoleCommand {

  int OK = 0;
  /** The command did its work, and what it found is not as it should be. */
  int DIFFERENCES = 1;
  /** The command could not do what was asked: wrong arguments, wrong input. */
  int REFUSED = 2;

  /** What is typed to call it. */
  String name();

  /**
   * Runs the command.
   *
   * @param arguments what was typed after the name
   * @param out the standard output; the log goes elsewhere
   * @return the exit code of the process
   */
  int run(List<String> arguments, PrintStream out);
}

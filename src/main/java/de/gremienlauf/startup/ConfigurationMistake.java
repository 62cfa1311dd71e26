package de.gremienlauf.startup;

import org.springframework.boot.ExitCodeGenerator;

/** Ends the start: the message is the one sentence for the operator, nothing else is printed. */
public final class ConfigurationMistake extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private final Mistake mistake;

  ConfigurationMistake(Mistake mistake, String sentence) {
    super(sentence);
    this.mistake = mistake;
  }

  @Override
  public int getExitCode() {
    return mistake.exitCode();
  }
}

package de.gremienlauf.startup;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ExitCodeGenerator;

/** Ends the start: the message is the one sentence for the operator, nothing else is printed. */
public final class ConfigurationMistake extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private final Mistake mistake;

  ConfigurationMistake(Mistake mistake, String sentence) {
    super(sentence);
    this.mistake = mistake;
  }

  /** The mistake because of which a start has failed; none if it failed for another reason. */
  public static Optional<ConfigurationMistake> in(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ConfigurationMistake.class::isInstance).map(ConfigurationMistake.class::cast).findFirst();
  }

  boolean is(Mistake other) {
    return mistake == other;
  }

  @Override
  public int getExitCode() {
    return mistake.exitCode();
  }
}

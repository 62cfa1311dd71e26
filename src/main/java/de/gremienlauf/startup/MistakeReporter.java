package de.gremienlauf.startup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the sentence of a {@link ConfigurationMistake} where Spring Boot would print a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MistakeReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    Optional<ConfigurationMistake> mistake = ConfigurationMistake.in(failure);
    mistake.ifPresent(MistakeReporter::print);
    return mistake.isPresent();
  }

  /** In UTF-8 whatever the locale of the machine: in a container there is none. */
  private static void print(ConfigurationMistake mistake) {
    new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
        .println(mistake.getMessage());
  }
}

package de.gremienlauf.sample;

import de.gremienlauf.council.Council;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds the sample when the application starts. The job executor starts only after all runners, so that nothing moves
 * while the clock shows other days; groups and rights are set up by runners of a lower order.
 */
@Component
@Profile("sample")
@ConditionalOnWebApplication
@Order(100)
class SampleRunner implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SampleRunner.class);

  private final SampleData sample;
  private final SampleCity city;
  private final Council council;

  SampleRunner(SampleData sample, SampleCity city, Council council) {
    this.sample = sample;
    this.city = city;
    this.council = council;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      if (sample.ensure(council.ownMunicipality())) {
        LOG.info("Die Beispieldaten sind angelegt.");
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException("Die Beispieldaten ließen sich nicht anlegen. Bitte beenden Sie die Anwendung,"
          + " löschen Sie das Verzeichnis data und starten Sie neu.", e);
    }
    LOG.info("Anmelden als {} mit dem Passwort {}",
        Stream.of(SampleUser.values()).map(SampleUser::id).collect(Collectors.joining(", ")), city.password());
  }
}

package de.gremienlauf.overview;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the papers that ended before the list of finished papers was there, as after an update. */
@Component
@ConditionalOnWebApplication
@Order(3)
class FinishedStart implements ApplicationRunner {

  private final FinishedPapers finished;

  FinishedStart(FinishedPapers finished) {
    this.finished = finished;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    finished.keepEarlier();
  }
}

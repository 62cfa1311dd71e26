package de.gremienlauf.workplace;

import de.gremienlauf.engine.EngineClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Today in Berlin whatever the machine's zone, for the filters of Tasklist. */
@Component
public class BerlinDay {

  private final Clock clock;

  BerlinDay(Clock clock) {
    this.clock = clock;
  }

  /** A moment before the first of today, so that a comparison with "after" finds that first moment too. */
  public Date start() {
    return new Date(EngineClock.startOf(today()).getTime() - 1);
  }

  public Date end() {
    return EngineClock.startOf(today().plusDays(1));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), EngineClock.BERLIN);
  }
}

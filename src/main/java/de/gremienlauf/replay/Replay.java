package de.gremienlauf.replay;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replays one recorded case: drives it through the models and reads it back. */
@Component
class Replay {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final CaseDriver driver;
  private final RunReader reader;

  Replay(CaseDriver driver, RunReader reader) {
    this.driver = driver;
    this.reader = reader;
  }

  /**
   * Replays one case. One that the models cannot replay at all is reported as failed, with the reason as a warning.
   *
   * @param deadlinesEnforced whether agendas close with their submission deadline, and what came later is a finding
   */
  ReplayReport replay(RecordedCase recorded, boolean deadlinesEnforced, Consumer<DrivenCase> betweenDrivingAndReading) {
    try {
      DrivenCase driven = driver.drive(recorded, deadlinesEnforced);
      betweenDrivingAndReading.accept(driven);
      return reader.read(driven);
    } catch (RuntimeException e) {
      LOG.debug("Case {} failed", recorded.id(), e);
      return new ReplayReport(recorded.id(), ReplayReport.FAILED, 0,
          new ReplayReport.PaperLine(recorded.reference(), recorded.type(), null), List.of(),
          List.of(new ReplayReport.Warning("FAILED", String.valueOf(e.getMessage()))), List.of());
    }
  }
}

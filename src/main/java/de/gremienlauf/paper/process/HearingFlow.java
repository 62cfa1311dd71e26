package de.gremienlauf.paper.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.HearingPeriods;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of the hearing period asks. */
@Component
public class HearingFlow {

  private final HearingPeriods periods;

  HearingFlow(HearingPeriods periods) {
    this.periods = periods;
  }

  /** The beginning of the first day after the period, in Berlin. */
  public Date periodEnd(Long consultationId) {
    return EngineClock.startOf(periods.endsOn(consultationId));
  }
}

package de.gremienlauf.tracking.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.tracking.ResolutionDuties;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of the tracking of resolutions asks. */
@Component
public class ResolutionFlow {

  private final ResolutionDuties duties;

  ResolutionFlow(ResolutionDuties duties) {
    this.duties = duties;
  }

  /** The group that works for the office that implements the resolution; all clerks if the office has none. */
  public String officeGroup(Long dutyId) {
    return duties.group(dutyId);
  }

  public boolean open(Long dutyId) {
    return duties.open(dutyId);
  }

  public boolean reportWanted(Long dutyId) {
    return duties.nextReport(dutyId).isPresent();
  }

  /** The beginning of the day on which the next report is wanted, in Berlin. */
  public Date nextReport(Long dutyId) {
    return EngineClock.startOf(duties.nextReport(dutyId).orElseThrow());
  }
}

package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * What courts and offices see differently when they compute a period.
 *
 * @param moveNotification whether a day of deemed notification moves to the next working day
 * @param moveForward whether the end of a period that runs forward moves to the next working day (§ 31 (3) VwVfG NRW)
 * @param moveBackward whether the end of a period that runs backward moves to the last working day before it
 * @param closedDays days beside weekends and legal holidays on which nobody works
 */
public record PeriodPolicy(boolean moveNotification, boolean moveForward, boolean moveBackward,
    Set<LocalDate> closedDays) {

  public static final PeriodPolicy USUAL = new PeriodPolicy(false, true, false, Set.of());

  public PeriodPolicy {
    closedDays = Set.copyOf(closedDays);
  }
}

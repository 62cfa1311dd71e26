package de.gremienlauf.planning;

import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;

/**
 * How long it takes from the finished draft to the released paper.
 *
 * @param coSigningDays working days for co-signing, which goes on in parallel
 * @param signingDays working days for the signature after that
 */
public record Preparation(int coSigningDays, int signingDays) {

  public Preparation {
    if (coSigningDays < 0 || signingDays < 0) {
      throw new IllegalArgumentException("Days are not negative: " + coSigningDays + ", " + signingDays);
    }
  }

  /** The working day at whose end a paper is released that begins on a day; that day is not counted. */
  LocalDate ready(LocalDate start, WorkingDays workingDays) {
    return days() == 0 ? workingDays.onOrAfter(start) : workingDays.after(start, days());
  }

  /** The last working day on which a paper can begin so as to be released at the end of a day. */
  LocalDate latestStart(LocalDate ready, WorkingDays workingDays) {
    LocalDate last = workingDays.onOrBefore(ready);
    return days() == 0 ? last : workingDays.before(last, days());
  }

  private int days() {
    return coSigningDays + signingDays;
  }
}

package de.gremienlauf.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A meeting that a body has in its calendar (OParl: Meeting). A body meets at most once a day.
 *
 * @param time when it begins; null if unknown
 * @param submissionDay the last day on which papers are accepted
 * @param cutoff until when on that day; null if the whole day counts
 * @param special called beside the body's calendar (Sondersitzung); only such a meeting may be in the recess
 */
public record MeetingDate(LocalDate day, LocalTime time, LocalDate submissionDay, LocalTime cutoff, boolean special) {

  public MeetingDate {
    Objects.requireNonNull(day);
    if (submissionDay.isAfter(day)) {
      throw new IllegalArgumentException("Papers for " + day + " are accepted until " + submissionDay);
    }
  }

  /**
   * The last day at whose end a paper may be ready and still come in time. Plans count whole days: who has to hand in
   * at noon is ready the day before.
   */
  public LocalDate readyUntil() {
    return cutoff == null ? submissionDay : submissionDay.minusDays(1);
  }

  /**
   * Whether a body may deal with a paper here when another one, of a lower rank, has dealt with it there.
   *
   * @param distance days that lie at least between the two; with 0 the same day will do if this meeting is known to
   *     begin later
   */
  boolean mayFollow(MeetingDate earlier, int distance) {
    if (distance == 0 && day.equals(earlier.day)) {
      return time != null && earlier.time != null && earlier.time.isBefore(time);
    }
    return distance <= 1 ? day.isAfter(earlier.day) : !day.isBefore(earlier.day.plusDays(distance));
  }

  /** Whether it leaves less room than another one for what follows; who knows no time assumes the end of the day. */
  boolean endsAfter(MeetingDate other) {
    if (!day.equals(other.day)) {
      return day.isAfter(other.day);
    }
    return other.time != null && (time == null || time.isAfter(other.time));
  }
}

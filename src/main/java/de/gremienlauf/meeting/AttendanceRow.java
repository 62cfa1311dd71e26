package de.gremienlauf.meeting;

import java.time.LocalTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One stay of a person in a meeting, or an excuse.
 *
 * @param personId null for a guest who is only named
 * @param arrivedAt null for an excuse
 * @param deputyFor in whose place; null for the own one
 */
@Table("attendance")
record AttendanceRow(@Id Long id, Long meetingId, Long personId, String guestName, LocalTime arrivedAt,
    LocalTime leftAt, Long deputyFor, boolean excused, String note) {

  AttendanceRow until(LocalTime end) {
    return new AttendanceRow(id, meetingId, personId, guestName, arrivedAt, end, deputyFor, excused, note);
  }

  /** Whose place is taken; a guest takes none. */
  Long place() {
    return deputyFor == null ? personId : deputyFor;
  }

  boolean open() {
    return !excused && leftAt == null;
  }

  /** Whether both stays have a time in common. */
  boolean overlaps(AttendanceRow other) {
    return !excused && !other.excused && (leftAt == null || SessionTime.after(leftAt, other.arrivedAt))
        && (other.leftAt == null || SessionTime.after(other.leftAt, arrivedAt));
  }
}

package de.gremienlauf.meeting;

import de.gremienlauf.council.Seat;
import java.time.LocalTime;
import java.util.List;

/**
 * Somebody on the attendance list of a meeting.
 *
 * @param personId null for a guest who is only named
 * @param organizationId the body in which the person sits; null for a guest
 * @param group null for none
 * @param role as printed; "Gast" for guests
 * @param seat null for guests
 * @param votingRight whether the seat brings a vote
 * @param deputy whether the person only sits in the place of an absent member
 * @param stays every coming and going in order; empty if the person never came
 * @param deputyForPersonId for whom a deputy sits now, or sat last; null for nobody
 * @param votes whether the person has a vote now: a member by its own right, a deputy in place of a voting member
 * @param note e.g. why excused; null for nothing
 */
public record Attendee(Long personId, Long organizationId, String name, String group, String role, Seat seat,
    boolean votingRight, boolean deputy, AttendeeState state, List<Stay> stays, Long deputyForPersonId,
    String deputyForName, boolean votes, String note) {

  /**
   * One stay in the room.
   *
   * @param leftAt null as long as the person is there
   * @param deputyForPersonId in whose place; null for the own one
   */
  public record Stay(Long id, LocalTime arrivedAt, LocalTime leftAt, Long deputyForPersonId) {

    /** Whether the person was there at a time; with null, whether the person has not left. */
    boolean covers(LocalTime at) {
      return at == null ? leftAt == null
          : SessionTime.notAfter(arrivedAt, at) && (leftAt == null || SessionTime.after(leftAt, at));
    }
  }

  /** Whether the person was there at a time; with null, whether the person is there now. */
  boolean presentAt(LocalTime at) {
    return stays.stream().anyMatch(stay -> stay.covers(at));
  }
}

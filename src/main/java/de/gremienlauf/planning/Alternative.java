package de.gremienlauf.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * Another way, which ends earlier than the sequence in the meetings of the calendars.
 *
 * @param bodies those that act otherwise than planned
 * @param end the day of the decision
 * @param savesDays how many days earlier that is; null if there is no other way
 * @param meetsDeadline null if there is no deadline
 * @param stations all stations with their meetings; empty if no body meets before the decision
 * @param text one German sentence for people
 * @param ground why it is allowed, and under which condition
 */
public record Alternative(Kind kind, List<String> bodies, LocalDate end, Long savesDays, Boolean meetsDeadline,
    List<Stop> stations, String text, String ground) {

  /** What is done otherwise. */
  public enum Kind {
    /** Bodies meet beside their calendars (§ 47 (1) GO NRW). */
    SPECIAL_MEETING,
    /** Two signatures instead of the body, which approves later (§ 60 GO NRW). */
    URGENT_DECISION,
    /** Bodies do not wait for each other though their ranks say so. */
    OTHER_ORDER
  }

  /**
   * A station with its meeting.
   *
   * @param meeting null if nobody needs to wait for it and none is known
   * @param submissionDay the last day on which the paper is accepted; null if the body has dealt with it
   */
  public record Stop(String body, LocalDate meeting, LocalDate submissionDay) {

    static Stop of(PlanStation station, MeetingDate meeting) {
      return new Stop(station.body().name(), meeting == null ? null : meeting.day(),
          meeting == null || station.concludedOn() != null ? null : meeting.submissionDay());
    }
  }
}

package de.gremienlauf.meeting;

import de.gremienlauf.calendar.ExplainedDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What lies behind a meeting: how its periods come about, what happened with it, what was raised in it.
 *
 * @param submission the last day for papers; null for a meeting that was over when it became known
 * @param invitation the last day for the invitation; null for a meeting that was over when it became known
 * @param statutory whether law or statute demands the periods
 * @param events what happened with the meeting, the oldest first; empty for readers who may only know of the public
 *     part
 * @param objections what was raised in it against earlier minutes; empty for readers who may only know of the public
 *     part
 */
public record MeetingBackground(ExplainedDate submission, ExplainedDate invitation, boolean statutory,
    List<Event> events, List<Objection> objections) {

  /** What happened; by whom is null if no person did it. */
  public record Event(LocalDateTime at, String by, String description) {
  }

  /**
   * What was raised against the minutes of an earlier meeting.
   *
   * @param item number and title of the item that it is about; null for none
   */
  public record Objection(Long meetingId, LocalDate day, String item, boolean publicPart, String by, String text,
      boolean accepted) {
  }
}

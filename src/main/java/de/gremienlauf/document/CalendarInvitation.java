package de.gremienlauf.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A meeting as an entry for the calendars of those who are invited. Times are those of Berlin.
 *
 * @param uid identifies the meeting in every calendar, the same for all its invitations, e.g.
 *     "meeting-17@musterstadt.de"
 * @param sequence number of the change; each later invitation or cancellation has a greater one
 * @param cancelled whether the meeting does not take place
 * @param summary what the calendar shows
 * @param start null for an entry of the whole day
 * @param end null for two hours after the start; a time before the start is one of the next day
 * @param location may be null
 * @param description may be null. Calendars are shared and synchronized, so only the public agenda belongs here
 * @param stamp moment this invitation was made
 * @param organizerMail mail address of who invites; may be null
 */
public record CalendarInvitation(
    String uid,
    int sequence,
    boolean cancelled,
    String summary,
    LocalDate day,
    LocalTime start,
    LocalTime end,
    String location,
    String description,
    Instant stamp,
    String organizerMail) {

  public CalendarInvitation {
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(stamp, "stamp");
  }
}

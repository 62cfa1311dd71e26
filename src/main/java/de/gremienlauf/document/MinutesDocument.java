package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One part of the minutes of a meeting (Niederschrift) as it is printed. Lists are never null but may be empty.
 *
 * @param publicPart whether this is the public part
 * @param startedAt time of day the meeting began, e.g. "15:32"; may be null
 * @param endedAt time of day it ended; may be null
 * @param attendance an empty list is printed as "niemand"
 * @param opening paragraphs of what was stated at the beginning: due invitation, quorum
 * @param signatures lines under the minutes; empty as long as nobody has signed
 * @param draft whether nobody has released the minutes yet
 * @param closing paragraphs behind the items, e.g. about objections
 * @param createdOn day this text was made, kept in the properties of the file; for a redacted copy the day its release
 *     was decided, which is printed on it
 * @param redacted whether this is a redacted copy for everybody. Whoever makes it has put {@link #REDACTED} for every
 *     word that stays secret; a black bar is printed there, the same for every word
 */
public record MinutesDocument(
    MeetingHead head,
    boolean publicPart,
    String startedAt,
    String endedAt,
    List<AttendanceGroup> attendance,
    List<String> opening,
    List<MinutesItem> items,
    List<String> signatures,
    boolean draft,
    List<String> closing,
    LocalDate createdOn,
    boolean redacted) {

  /** Stands in a redacted copy for what nobody may read. */
  public static final String REDACTED = "[geschwärzt]";

  public MinutesDocument {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(createdOn, "createdOn");
    attendance = List.copyOf(attendance);
    opening = List.copyOf(opening);
    items = List.copyOf(items);
    signatures = List.copyOf(signatures);
    closing = List.copyOf(closing);
  }
}

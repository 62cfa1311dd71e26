package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The note on what is corrected in released minutes (Berichtigungsvermerk), which themselves never change.
 *
 * @param head the meeting whose minutes are corrected
 * @param publicPart whether it is about the public part
 * @param releasedOn day the minutes were released
 * @param raisedOn day of the meeting that dealt with the objection
 * @param raisedBy who raised it
 * @param item number and title of the item; null if it is about none
 * @param text what was objected to and how it reads now
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record CorrectionDocument(MeetingHead head, boolean publicPart, LocalDate releasedOn, LocalDate raisedOn,
    String raisedBy, String item, String text, LocalDate createdOn) {

  public CorrectionDocument {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(releasedOn, "releasedOn");
    Objects.requireNonNull(raisedOn, "raisedOn");
    Objects.requireNonNull(raisedBy, "raisedBy");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(createdOn, "createdOn");
  }
}

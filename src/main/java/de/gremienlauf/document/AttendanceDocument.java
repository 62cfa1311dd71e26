package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The list of those who attended a meeting, or the list they sign there.
 *
 * @param groups in the order they are printed; never null, an empty list is printed as "niemand"
 * @param forSigning whether every line has room for a signature
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record AttendanceDocument(
    MeetingHead head, List<AttendanceGroup> groups, boolean forSigning, LocalDate createdOn) {

  public AttendanceDocument {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(createdOn, "createdOn");
    groups = List.copyOf(groups);
  }
}

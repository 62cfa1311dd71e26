package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The agenda of a meeting, or a supplement to it, as it is printed. Lists are never null; a part without items is not
 * printed at all.
 *
 * @param publicPartOnly whether this is the agenda for everybody. Its non-public items are printed just as they are
 *     given, so whoever makes it gives them neutral titles or leaves them out
 * @param supplementNumber number of the Nachtrag; null for the agenda itself
 * @param note text above the items, e.g. that this is the second invitation (§ 49 Abs. 2 GO NRW); may be null
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record AgendaDocument(
    MeetingHead head,
    boolean publicPartOnly,
    List<AgendaLine> publicItems,
    List<AgendaLine> nonPublicItems,
    Integer supplementNumber,
    String note,
    LocalDate createdOn) {

  public AgendaDocument {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(createdOn, "createdOn");
    publicItems = List.copyOf(publicItems);
    nonPublicItems = List.copyOf(nonPublicItems);
  }
}

package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The excerpt from the minutes for one item (Beschlussauszug) as it is printed. Lists are never null.
 *
 * @param certified whether the minutes are released; before, the excerpt says that it is provisional
 * @param publicPart whether the item belongs to the public part
 * @param itemNumber e.g. "Ö 3.1"
 * @param reference Vorlagen-Nummer; may be null
 * @param paperType German name of the type of paper; may be null
 * @param text what was said; may be null
 * @param resolution the wording that was voted on; may be null
 * @param result e.g. "ungeändert beschlossen"; may be null
 * @param vote e.g. "einstimmig bei 2 Enthaltungen"; may be null
 * @param votes the vote by groups or by names, one line each
 * @param enforceableFrom sentence on when the resolution may be carried out; may be null
 * @param correctionNote sentence on what was corrected later, e.g. "Berichtigt am 28.01.2020: ..."; may be null
 * @param signatures lines below the excerpt, e.g. "Für die Richtigkeit: Erika Mustermann"
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record ExcerptDocument(
    MeetingHead head,
    boolean certified,
    boolean publicPart,
    String itemNumber,
    String title,
    String reference,
    String paperType,
    String text,
    String resolution,
    String result,
    String vote,
    List<String> votes,
    String enforceableFrom,
    String correctionNote,
    List<String> signatures,
    LocalDate createdOn) {

  public ExcerptDocument {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(itemNumber, "itemNumber");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(createdOn, "createdOn");
    votes = List.copyOf(votes);
    signatures = List.copyOf(signatures);
  }
}

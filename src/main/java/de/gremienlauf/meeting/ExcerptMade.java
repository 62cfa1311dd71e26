package de.gremienlauf.meeting;

import java.time.LocalDate;

/**
 * An excerpt from the minutes about an item was issued; told in the same transaction.
 *
 * @param documentHash its bytes in the {@link de.gremienlauf.document.DocumentStore}
 * @param certified whether the minutes are released
 * @param publicItem whether everybody may read it
 */
public record ExcerptMade(Long itemId, Long consultationId, String documentHash, boolean certified, boolean publicItem,
    String fileName, LocalDate createdOn) {
}

package de.gremienlauf.meeting;

/**
 * The recorded result of an item was wrong and has been corrected; told in the same transaction.
 *
 * @param consultationId the station that asked for the item; null for an item without paper
 * @param former the phrase of the result before; null if none was recorded
 */
public record ItemCorrected(Long itemId, Long consultationId, String former, String reason) {
}

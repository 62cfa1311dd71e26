package de.gremienlauf.meeting;

/**
 * A meeting has dealt with an item; told in the same transaction.
 *
 * @param consultationId the station that asked for the item; null for an item without paper
 */
public record ItemConcluded(Long itemId, Long consultationId) {
}

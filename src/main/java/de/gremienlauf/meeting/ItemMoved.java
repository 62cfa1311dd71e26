package de.gremienlauf.meeting;

/**
 * An item without result has left its meeting; told in the same transaction.
 *
 * @param consultationId the station that asked for the item
 * @param meetingId the meeting that takes it over; null if none is known yet
 * @param newItemId the item there; null if none
 */
public record ItemMoved(Long consultationId, Long meetingId, Long newItemId) {
}

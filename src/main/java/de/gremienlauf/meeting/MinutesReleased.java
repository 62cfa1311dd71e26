package de.gremienlauf.meeting;

/** The minutes of a meeting are released; told in the same transaction. */
public record MinutesReleased(Long meetingId) {
}

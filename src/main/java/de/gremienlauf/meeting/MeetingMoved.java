package de.gremienlauf.meeting;

import java.util.List;

/** A meeting takes place on another day; told in the same transaction to the stations whose items it has. */
public record MeetingMoved(Long meetingId, List<Long> consultationIds) {
}

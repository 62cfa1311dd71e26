package de.gremienlauf.meeting;

import java.util.List;

/** The day of a meeting has come; told in the same transaction to the stations whose items it has. */
public record MeetingReached(Long meetingId, List<Long> consultationIds) {
}

package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;

/**
 * A meeting to be planned.
 *
 * @param startTime as printed, e.g. 15:30; null if unknown
 * @param location null if unknown
 * @param jointBodies the bodies that meet together with it; empty unless the meeting is {@link MeetingKind#JOINT}
 * @param previousMeetingId the meeting that it continues or repeats; null if none
 */
public record NewMeeting(Long organizationId, LocalDate day, String startTime, String location, MeetingKind kind,
    List<Long> jointBodies, Long previousMeetingId) {
}

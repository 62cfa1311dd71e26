package de.gremienlauf.meeting;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * An entry in the history of a meeting.
 *
 * @param happenedAt in Berlin
 * @param userId the login of who did it; null if no person did
 * @param description a German sentence
 */
public record MeetingEvent(@Id Long id, Long meetingId, LocalDateTime happenedAt, String userId, String description) {
}

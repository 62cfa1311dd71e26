package de.gremienlauf.meeting;

import java.time.LocalTime;
import org.springframework.data.annotation.Id;

/**
 * What the chair established on the quorum. It is kept as it was said, and voids nothing by itself.
 *
 * @param foundBy who established it, as the minutes name them
 * @param presentMembers how many were noted as there; 0 if nobody noted it
 * @param neededMembers null if no number was laid down or known
 */
public record QuorumFinding(@Id Long id, Long meetingId, boolean quorate, LocalTime foundAt, String foundBy,
    int presentMembers, Integer neededMembers, String userId) {
}

package de.gremienlauf.meeting;

import java.time.LocalDate;

/**
 * A meeting in a list.
 *
 * @param items how many items with something to decide or to note stand on its agenda, as far as the reader may know of
 *     them; what stands on every agenda is not counted
 * @param concluded how many of them the meeting has dealt with
 */
public record MeetingLine(Long id, Long organizationId, String organization, LocalDate day, String startTime,
    String location, String kindLabel, MeetingState state, String stateLabel, int items, int concluded) {
}

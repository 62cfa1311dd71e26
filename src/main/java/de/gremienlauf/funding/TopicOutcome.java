package de.gremienlauf.funding;

import org.springframework.data.annotation.Id;

/**
 * What became of a focus topic; a topic can have several outcomes.
 *
 * @param takenOverBy the unit that goes on with it; null only if it ended
 * @param description what goes on, in sentences for the final report; null for nothing
 */
public record TopicOutcome(@Id Long id, Long focusTopic, OutcomeKind kind, String takenOverBy, String description) {
}

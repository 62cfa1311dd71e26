package de.gremienlauf.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * What one office said about a draft in one round of co-signing.
 *
 * @param reason of an objection; null otherwise
 * @param dueOn the last day of the period
 */
record CoSignature(@Id Long id, Long paperId, Long organizationId, int roundNumber, CoSignatureState state,
    String reason, LocalDate dueOn, LocalDateTime decidedAt, String decidedBy) {

  CoSignature decided(CoSignatureState newState, String newReason, LocalDateTime at, String by) {
    return new CoSignature(id, paperId, organizationId, roundNumber, newState, newReason, dueOn, at, by);
  }
}

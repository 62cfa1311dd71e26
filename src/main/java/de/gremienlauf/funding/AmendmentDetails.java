package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A change of the grant as pages show it.
 *
 * @param begunOn when the option was opened or the hearing letter arrived; null if unknown
 * @param until until when the city can use the option or comment; null if open
 * @param committeesNeeded null if nobody has decided
 * @param refusal why an option was not used or no notice comes; null otherwise
 */
public record AmendmentDetails(Long id, Long projectId, NoticeKind kind, AmendmentState state, LocalDate begunOn,
    LocalDate until, String note, Boolean committeesNeeded, String committeesGround, String hearingStatement,
    String refusal, String processInstanceId) {

  static AmendmentDetails of(Amendment amendment) {
    return new AmendmentDetails(amendment.id, amendment.projectId, amendment.kind, amendment.state,
        amendment.optionOpenedOn, amendment.hearingUntil == null ? amendment.optionUntil : amendment.hearingUntil,
        amendment.optionNote, amendment.committeesNeeded, amendment.committeesGround, amendment.hearingStatement,
        amendment.refusal, amendment.processInstanceId);
  }
}

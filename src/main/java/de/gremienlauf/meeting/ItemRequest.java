package de.gremienlauf.meeting;

/**
 * What a paper asks an agenda for.
 *
 * @param consultationId the station that asks; opaque to the meeting
 * @param reference the paper's number as printed
 * @param paperType as printed
 * @param title the paper's subject
 * @param publicItem whether it belongs to the public part (§ 48 (2) GO NRW)
 * @param nonPublicGround why not; null for a public item
 * @param amendedReference the number of the paper that this one wants to amend; null for none
 */
public record ItemRequest(Long consultationId, String reference, String paperType, String title, boolean publicItem,
    String nonPublicGround, String amendedReference) {
}

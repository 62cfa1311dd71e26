package de.gremienlauf.funding;

/**
 * A follow-up project to plan.
 *
 * @param reason why it follows; null if nothing is said
 * @param signaturesNeeded how many partners have to sign the cooperation agreement; 0 for no gate
 */
public record NewFollowUp(Long earlierProjectId, String reason, int signaturesNeeded) {
}

package de.gremienlauf.funding;

/**
 * A partner of the project has signed the cooperation agreement; told in the same transaction.
 *
 * @param recordedIn the follow-up in whose task it was entered, which needs no message; null if entered elsewhere
 */
record AgreementSigned(Long projectId, Long recordedIn) {
}

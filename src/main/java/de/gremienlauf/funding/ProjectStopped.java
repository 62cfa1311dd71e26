package de.gremienlauf.funding;

/** A project is about to be aborted, before its process ends; told in the same transaction. */
record ProjectStopped(Long projectId, String reason) {
}

package de.gremienlauf.paper;

/** A body has decided a paper; told in the same transaction, once the wording that it gave the paper is kept. */
public record ResolutionPassed(Long paperId, Long consultationId) {
}

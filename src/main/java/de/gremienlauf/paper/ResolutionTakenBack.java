package de.gremienlauf.paper;

/** The result by which a body had decided is being corrected; told in the same transaction. */
public record ResolutionTakenBack(Long paperId, Long consultationId) {
}

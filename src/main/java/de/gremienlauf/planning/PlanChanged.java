package de.gremienlauf.planning;

/** The plan of a paper that people are warned about is another one. */
public record PlanChanged(Long paperId, String warningProcessId) {
}

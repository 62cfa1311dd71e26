package de.gremienlauf.paper;

/**
 * The stations of a paper are dealt with no longer: it was withdrawn or goes back to its draft; told in the same
 * transaction.
 *
 * @param withdrawn false for a revision, after which the open stations are registered anew
 */
record RunInterrupted(Long paperId, boolean withdrawn) {
}

package de.gremienlauf.paper;

/** A paper is closed or withdrawn; told in the same transaction, and again after it was reopened. */
public record PaperEnded(Long paperId) {
}

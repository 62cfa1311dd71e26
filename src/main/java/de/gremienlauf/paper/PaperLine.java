package de.gremienlauf.paper;

/** A paper in a list. */
public record PaperLine(Long id, String reference, String type, String name, PaperState state, String stateLabel,
    String leadOffice, boolean publicPaper) {
}

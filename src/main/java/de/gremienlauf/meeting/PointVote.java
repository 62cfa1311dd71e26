package de.gremienlauf.meeting;

/**
 * The vote on one point of a resolution that was voted apart.
 *
 * @param point its number as printed
 * @param text how was voted, as printed
 * @param outcome null if the text does not tell
 */
public record PointVote(String point, String text, VoteOutcome outcome) {
}

package de.gremienlauf.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * How likely a paper meets its deadline.
 *
 * @param runs how many courses were drawn by lot
 * @param probability the share of them that keep the deadline, 0 to 1; null without a deadline
 * @param median by this day half of them are decided; null if fewer are within the known meetings
 * @param ninetyPercent by this day nine in ten are decided; null if fewer are
 * @param assumptions what that rests on, in German sentences
 */
public record Forecast(int runs, Double probability, LocalDate median, LocalDate ninetyPercent,
    List<String> assumptions) {
}

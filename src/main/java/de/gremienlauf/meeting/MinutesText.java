package de.gremienlauf.meeting;

/**
 * What the minute taker writes before and after the items; it stands in both parts.
 *
 * @param opening null for nothing
 * @param closing null for nothing
 * @param remark for those who sign; printed nowhere
 */
public record MinutesText(String opening, String closing, String remark) {
}

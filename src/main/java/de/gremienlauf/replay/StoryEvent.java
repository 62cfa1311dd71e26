package de.gremienlauf.replay;

import java.time.LocalDate;

/**
 * Something that happened to a project on a day.
 *
 * @param kind the word of the file for it
 * @param project the key of the project; null for the first
 * @param source where it is told, e.g. a line or a page
 * @param pointer its place in the file
 */
record StoryEvent(String kind, LocalDate date, Assumed assumed, String project, String source, String note,
    String pointer, Deed deed) {
}

package de.gremienlauf.workplace.search;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of something that can be found, for one circle of readers.
 *
 * @param everybody whether each person who is logged in may know all of it
 * @param number as printed; null if it has none
 * @param numbers all numbers it ever had
 * @param detail body or office; null if there is none
 * @param link where to read it; null for nowhere
 * @param content everything else that it is found by, in lines
 */
record SearchDocument(boolean everybody, String number, List<String> numbers, String title, String type, String state,
    String detail, LocalDate date, String link, String content) {
}

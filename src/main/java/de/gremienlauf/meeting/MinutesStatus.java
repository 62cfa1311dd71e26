package de.gremienlauf.meeting;

import java.util.List;

/**
 * Where the minutes of a meeting stand.
 *
 * @param text what was written so far
 * @param signatures those of the last round; empty before the first
 * @param items how many items they tell of
 * @param missing numbers and titles of items of which they tell neither a text nor a result
 * @param attendance how many people attended
 */
public record MinutesStatus(MinutesText text, List<MinutesSignature> signatures, int items, List<String> missing,
    int attendance) {
}

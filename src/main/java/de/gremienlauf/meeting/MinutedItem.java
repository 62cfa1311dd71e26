package de.gremienlauf.meeting;

import java.time.LocalTime;
import java.util.List;

/**
 * An item with what documents tell of it beside its own facts.
 *
 * @param resolution the wording that was decided on; null if there is none
 * @param votes the vote by groups, names or points, one line each
 * @param recusals who did not take part because of Befangenheit; null if nobody
 * @param election how an election went; null if there was none
 * @param votedAt when was voted; null if unknown
 */
record MinutedItem(ItemDetails item, String resolution, List<String> votes, String recusals, String election,
    LocalTime votedAt) {
}

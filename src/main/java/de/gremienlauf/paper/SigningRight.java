package de.gremienlauf.paper;

/**
 * How somebody may sign today.
 *
 * @param signatory the name as printed
 * @param represented as printed; null for who signs for themselves
 * @param urgent whether urgent decisions too: only the head and the general deputy (§ 60 GO NRW)
 */
public record SigningRight(Capacity capacity, String signatory, String represented, boolean urgent) {
}

package de.gremienlauf.substitution;

/** Somebody's absence was entered, changed or taken back; published in the same transaction. */
public record AbsencesChanged() {
}

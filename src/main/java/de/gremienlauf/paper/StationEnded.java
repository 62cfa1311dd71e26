package de.gremienlauf.paper;

/** A station is concluded or dropped; told in the same transaction. */
record StationEnded(Consultation station) {
}

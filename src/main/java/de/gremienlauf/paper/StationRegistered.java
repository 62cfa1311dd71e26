package de.gremienlauf.paper;

/** A station has been registered, or has looked again what it waits for; told in the same transaction. */
record StationRegistered(Consultation station) {
}

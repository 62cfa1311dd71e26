package de.gremienlauf.council;

/**
 * A person's seat in a body on some day.
 *
 * @param role as printed: Vorsitz, Mitglied, sachkundige Einwohnerin ...
 * @param votingRight whether the person votes in this body
 */
public record Seat(Person person, String role, boolean votingRight) {
}

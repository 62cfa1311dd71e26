package de.gremienlauf.meeting;

/**
 * Somebody who is invited, or a deputy who is told of it.
 *
 * @param role as printed, e.g. "Mitglied"
 * @param mailAddress null if the invitation has to go by post
 */
public record Invitee(String name, String role, boolean deputy, String mailAddress) {
}

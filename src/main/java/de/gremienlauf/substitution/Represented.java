package de.gremienlauf.substitution;

/**
 * Somebody whose place is taken.
 *
 * @param person the login, in the chair the id of the person
 * @param scope the group or body in which the place is taken; null for all
 */
public record Represented(String person, String scope) {
}

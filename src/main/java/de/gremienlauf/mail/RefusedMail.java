package de.gremienlauf.mail;

/**
 * A mail that cannot be delivered as it is addressed.
 *
 * @param address empty if there is none
 * @param reason a German sentence, for the mail server's refusals with its own words
 */
public record RefusedMail(Long id, String address, String name, String subject, String reason) {
}

package de.gremienlauf.mail;

import java.util.List;

/**
 * A mail to one person.
 *
 * @param address where it goes; one that cannot be used, or none, becomes a matter for the office and no error
 * @param name of the recipient, as in "Erika Muster"
 * @param text plain text
 */
public record OutgoingMail(String address, String name, String subject, String text,
    List<MailAttachment> attachments) {
}

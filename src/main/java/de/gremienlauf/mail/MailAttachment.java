package de.gremienlauf.mail;

/**
 * A file that travels with a mail.
 *
 * @param mediaType as the recipient's mail program gets it, e.g. {@code application/pdf} or
 *     {@code text/calendar; method=REQUEST; charset=UTF-8}
 * @param documentHash its bytes in the {@link de.gremienlauf.document.DocumentStore}
 * @param publicContent whether everybody may read it; nothing else travels by plain mail
 */
public record MailAttachment(String fileName, String mediaType, String documentHash, boolean publicContent) {
}

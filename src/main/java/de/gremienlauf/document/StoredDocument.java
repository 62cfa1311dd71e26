package de.gremienlauf.document;

/**
 * What is known about bytes in the {@link DocumentStore}.
 *
 * @param hash SHA-256 of the bytes, 64 lower-case hexadecimal digits; also their address
 * @param mediaType media type given when the bytes were first stored, e.g. {@code application/pdf}
 * @param size number of bytes
 */
public record StoredDocument(String hash, String mediaType, long size) {
}

package de.gremienlauf.document;

/**
 * A file that {@link UploadCheck} let pass.
 *
 * @param fileName cleaned name without a path, at most 200 characters, with its ending
 * @param mediaType media type of the content, whatever the sender called it
 * @param content the bytes as they came
 */
public record CheckedUpload(String fileName, String mediaType, byte[] content) {
}

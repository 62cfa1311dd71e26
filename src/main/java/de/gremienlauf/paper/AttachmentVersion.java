package de.gremienlauf.paper;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** A file that an attachment had before a newer version of it came. */
record AttachmentVersion(@Id Long id, Long attachmentId, int versionNumber, String fileName, String documentHash,
    String mediaType, long sizeBytes, String addedBy, LocalDateTime addedAt) {
}

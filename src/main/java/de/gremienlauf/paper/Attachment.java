package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A file that belongs to a paper (OParl: auxiliaryFile).
 *
 * @param attachmentNumber as in "Anlage 1"; 0 for the uploaded text of the paper itself
 * @param printed whether it is printed along; if not, it can be inspected digitally
 * @param mainText whether the file is the text of the paper, the generated document then is its cover
 * @param supplementOn the date of a supplement sent after release; null for what was there at release
 */
record Attachment(@Id Long id, Long paperId, int attachmentNumber, String name, String fileName, String documentHash,
    String mediaType, long sizeBytes, boolean printed, boolean mainText, LocalDate supplementOn,
    String supplementReason, String addedBy) {
}

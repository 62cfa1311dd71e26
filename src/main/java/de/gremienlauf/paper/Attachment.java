package de.gremienlauf.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * A file that belongs to a paper (OParl: auxiliaryFile), in its latest version.
 *
 * @param attachmentNumber as in "Anlage 1"; 0 for the uploaded text of the paper itself
 * @param printed whether it is printed along; if not, it can be inspected digitally
 * @param publicAttachment whether everybody may read it who may read the paper
 * @param mainText whether the file is the text of the paper, the generated document then is its cover
 * @param supplementOn the date of a supplement sent after release; null for what was there at release
 * @param versionNumber 1 for the file that came first; the earlier ones are kept as {@link AttachmentVersion}
 */
record Attachment(@Id Long id, Long paperId, int attachmentNumber, String name, String fileName, String documentHash,
    String mediaType, long sizeBytes, boolean printed, boolean publicAttachment, boolean mainText,
    LocalDate supplementOn, String supplementReason, int versionNumber, String addedBy, LocalDateTime addedAt) {

  Attachment described(String newName, boolean nowPrinted, boolean nowPublic) {
    return new Attachment(id, paperId, attachmentNumber, newName, fileName, documentHash, mediaType, sizeBytes,
        nowPrinted, nowPublic, mainText, supplementOn, supplementReason, versionNumber, addedBy, addedAt);
  }

  /** The same attachment with another file. */
  Attachment replaced(String newFileName, String newHash, String newMediaType, long newSize, String by,
      LocalDateTime at) {
    return new Attachment(id, paperId, attachmentNumber, name, newFileName, newHash, newMediaType, newSize, printed,
        publicAttachment, mainText, supplementOn, supplementReason, versionNumber + 1, by, at);
  }

  /** The file as it is kept once there is a newer one. */
  AttachmentVersion formerVersion() {
    return new AttachmentVersion(null, id, versionNumber, fileName, documentHash, mediaType, sizeBytes, addedBy,
        addedAt);
  }

  /** What people call it, e.g. "Anlage 1". */
  String label() {
    return mainText ? "Text der Vorlage" : "Anlage " + attachmentNumber;
  }
}

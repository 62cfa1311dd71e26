package de.gremienlauf.paper;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** What was released, in which revision: text, document and attachments by their hashes. It never changes. */
@Table("paper_release")
record PaperRelease(@Id Long id, Long paperId, int revision, LocalDate releasedOn, String releasedBy, String textHash,
    String documentHash, @MappedCollection(idColumn = "paper_release") Set<File> files) {

  /** An attachment as it was. */
  @Table("released_attachment")
  record File(int attachmentNumber, String name, String fileName, String documentHash, boolean printed,
      boolean publicAttachment) {
  }
}

package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An excerpt from the minutes of a body that dealt with the paper, as it was issued.
 *
 * @param documentHash its bytes in the {@link de.gremienlauf.document.DocumentStore}
 * @param certified whether the minutes were released
 * @param publicItem whether everybody may read it
 */
@Table("paper_excerpt")
record PaperExcerpt(@Id Long id, Long consultationId, String documentHash, String fileName, boolean certified,
    boolean publicItem, LocalDate createdOn) {
}

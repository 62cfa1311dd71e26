package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A document of a project as it was made or came in: it never changes; a newer one of the same kind stands behind it.
 *
 * @param name what people call it, e.g. "Verwendungsnachweis vom 15.06.2020"
 */
public record ProjectDocument(@Id Long id, Long projectId, ProjectDocumentKind kind, String name, String fileName,
    String documentHash, LocalDate createdOn) {
}

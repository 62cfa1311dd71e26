package de.gremienlauf.meeting;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A file that belongs to a meeting, as it was issued: it never changes and is never replaced.
 *
 * @param publicPart whether everybody may read it
 * @param supplementNumber the number of the Nachtrag that it is about; null for none
 * @param agendaItemId the item that it is about; null if it is about the whole meeting
 * @param documentHash its bytes in the {@link de.gremienlauf.document.DocumentStore}
 * @param certified whether it is the final text and not a draft or provisional
 * @param note what people should know of it, e.g. that it was issued too late; null for nothing
 */
@Table("meeting_document")
public record MeetingDocument(@Id Long id, Long meetingId, MeetingDocumentKind kind, boolean publicPart,
    Integer supplementNumber, Long agendaItemId, String documentHash, String fileName, String mediaType,
    LocalDate createdOn, boolean certified, String note) {
}

package de.gremienlauf.meeting;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a later meeting had against released minutes.
 *
 * @param meetingId whose minutes
 * @param raisedInMeetingId where it was raised
 * @param agendaItemId the item that it is about; null for none
 * @param publicPart whether it is about the public part
 * @param accepted whether the minutes are to be corrected
 */
@Table("minutes_objection")
public record MinutesObjection(@Id Long id, Long meetingId, Long raisedInMeetingId, Long agendaItemId,
    boolean publicPart, String raisedBy, @Column("objection_text") String text, boolean accepted,
    LocalDate recordedOn, String recordedBy) {
}

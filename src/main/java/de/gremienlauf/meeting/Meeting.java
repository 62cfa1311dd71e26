package de.gremienlauf.meeting;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;

/**
 * A meeting of a body (OParl: Meeting).
 *
 * @param day the day in Europe/Berlin
 * @param startTime e.g. 15:30; null if unknown
 */
public record Meeting(@Id Long id, Long organizationId, String name, @Column("meeting_day") LocalDate day,
    String startTime, String location, boolean cancelled) {
}

package de.gremienlauf.tracking;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What was said on a day of how far the implementation is. */
@Table("resolution_report")
record ResolutionReport(@Id Long id, Long dutyId, LocalDate reportedOn, String reportedBy, String report) {
}

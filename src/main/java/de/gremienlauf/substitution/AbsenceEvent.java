package de.gremienlauf.substitution;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** Who entered or changed an absence, when. */
record AbsenceEvent(@Id Long id, Long absenceId, LocalDateTime happenedAt, String userId, String description) {
}

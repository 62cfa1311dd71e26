package de.gremienlauf.funding;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** An entry in the history of a project: who did what, when. */
record ProjectEvent(@Id Long id, Long projectId, LocalDateTime happenedAt, String userId, String description) {
}

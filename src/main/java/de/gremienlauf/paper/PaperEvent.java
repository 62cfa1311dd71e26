package de.gremienlauf.paper;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** An entry in the history of a paper: who did what, when. */
record PaperEvent(@Id Long id, Long paperId, LocalDateTime happenedAt, String userId, String description) {
}

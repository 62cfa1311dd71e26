package de.gremienlauf.paper;

import de.gremienlauf.meeting.ResultKind;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** A result as it stood before somebody corrected it, with the reason. */
record ResultCorrection(@Id Long id, Long consultationId, LocalDateTime correctedAt, String correctedBy, String reason,
    String formerResult, ResultKind formerKind, ResultEffect formerEffect, String formerVoteText) {
}

package de.gremienlauf.meeting;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** That the recorded result of an item was corrected, for the excerpts that follow. */
@Table("item_correction")
record ItemCorrection(@Id Long id, Long agendaItemId, LocalDate correctedOn, String formerResult, String reason) {
}

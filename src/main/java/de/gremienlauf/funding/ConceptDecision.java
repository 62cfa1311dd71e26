package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That a body decided on a version of a concept.
 *
 * @param agendaItemId the item of its meeting; null if the meeting is not known here
 * @param decidedOn null if the day is not known
 */
public record ConceptDecision(@Id Long id, Long conceptVersion, Long organizationId, Long agendaItemId,
    LocalDate decidedOn) {
}

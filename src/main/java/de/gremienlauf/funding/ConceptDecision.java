package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That a body decided on a version of a concept.
 *
 * @param agendaItemId the item of its meeting; null if the meeting is not known here
 * @param decidedOn null if the day is not known
 * @param dayAssumed whether nobody recorded that day; a report does not name it then
 */
public record ConceptDecision(@Id Long id, Long conceptVersion, Long organizationId, Long agendaItemId,
    LocalDate decidedOn, boolean dayAssumed) {

  /** The same with a day that nobody recorded. */
  ConceptDecision assumed() {
    return new ConceptDecision(id, conceptVersion, organizationId, agendaItemId, decidedOn, true);
  }

  /** The day as far as it is known; null if not. */
  LocalDate knownDay() {
    return dayAssumed ? null : decidedOn;
  }
}

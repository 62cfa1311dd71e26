package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Until when a body that is heard can answer.
 *
 * @param providedOn the day on which the paper was provided to the body, also before a postponement
 * @param lastDay after it the body counts as having agreed
 * @param explanation how the day was found, with the legal ground
 * @param processInstanceId the instance that waits for its end; null if none does
 */
@Table("hearing_period")
record HearingPeriod(@Id Long id, Long consultationId, LocalDate providedOn, LocalDate lastDay,
    String explanation, String processInstanceId) {

  HearingPeriod watchedBy(String instance) {
    return new HearingPeriod(id, consultationId, providedOn, lastDay, explanation, instance);
  }
}

package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What a project recommends to somebody (Handlungsempfehlung).
 *
 * @param topicId the focus topic it comes from; null for none
 * @param addressee to whom it is made; null if to nobody in particular
 * @param takenUpBy who took it up; null as long as nobody did
 */
public record Recommendation(@Id Long id, Long projectId, Long topicId, int recommendationNumber, String wording,
    String addressee, String takenUpBy, LocalDate takenUpOn, RecommendationState state) {

  Recommendation takenUp(String unit, LocalDate day) {
    return new Recommendation(id, projectId, topicId, recommendationNumber, wording, addressee, unit, day,
        RecommendationState.TAKEN_UP);
  }

  Recommendation dropped() {
    return new Recommendation(id, projectId, topicId, recommendationNumber, wording, addressee, takenUpBy, takenUpOn,
        RecommendationState.DROPPED);
  }
}

package de.gremienlauf.funding;

import org.springframework.data.annotation.Id;

/**
 * An objective of a project, one line of the file of objectives (Zieldatei).
 *
 * @param noticeId the notice that set it; null for none
 * @param topicId the focus topic it belongs to; null for none
 * @param measure what is done for it; null if not said
 * @param target by what one knows that it is reached, e.g. "120 Beratungen"; null if not said
 * @param achieved what was reached, in words; null as long as nothing is
 */
public record Objective(@Id Long id, Long projectId, Long noticeId, Long topicId, int objectiveNumber, String wording,
    String measure, String target, String achieved, ObjectiveState state) {

  Objective with(ObjectiveState reached, String inWords) {
    return new Objective(id, projectId, noticeId, topicId, objectiveNumber, wording, measure, target, inWords, reached);
  }
}

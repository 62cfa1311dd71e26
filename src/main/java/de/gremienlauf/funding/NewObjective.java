package de.gremienlauf.funding;

/** An objective to add; the parts as in {@link Objective}. */
public record NewObjective(Long noticeId, Long topicId, String wording, String measure, String target) {
}

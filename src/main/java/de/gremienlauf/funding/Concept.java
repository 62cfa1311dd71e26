package de.gremienlauf.funding;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A concept that a project works out, in versions that bodies decide on.
 *
 * @param topicId the focus topic it belongs to; null for none
 * @param longName what a short name stands for; null if it is none
 */
public record Concept(@Id Long id, @Version int version, Long projectId, Long topicId, String name, String longName) {
}

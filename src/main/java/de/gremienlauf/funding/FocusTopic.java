package de.gremienlauf.funding;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One of the topics that a project works on (Schwerpunktthema).
 *
 * @param noticeId the notice that named it as its purpose; null if the project did
 * @param topicNumber its place in the project, from 1
 * @param description what is said of it in reports; null for nothing
 */
public record FocusTopic(@Id Long id, @Version int version, Long projectId, Long noticeId, int topicNumber, String name,
    String description) {

  FocusTopic with(String otherName, String otherDescription) {
    return new FocusTopic(id, version, projectId, noticeId, topicNumber, otherName, otherDescription);
  }
}

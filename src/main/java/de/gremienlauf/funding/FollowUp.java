package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That one project follows another.
 *
 * @param laterProjectId null until the later project is begun
 * @param signaturesNeeded how many partners have to sign the cooperation agreement before it may go on; 0 for no gate
 * @param gateOpenedOn when the last one needed had signed; null as long as the gate is closed
 */
record FollowUp(@Id Long id, Long earlierProjectId, Long laterProjectId, String reason, int signaturesNeeded,
    LocalDate gateOpenedOn, String processInstanceId) {

  FollowUp with(Long later, String instanceId) {
    return new FollowUp(id, earlierProjectId, later, reason, signaturesNeeded, gateOpenedOn, instanceId);
  }

  FollowUp opened(LocalDate day) {
    return new FollowUp(id, earlierProjectId, laterProjectId, reason, signaturesNeeded, day, processInstanceId);
  }
}

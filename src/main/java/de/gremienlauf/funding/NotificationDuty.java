package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Something that the authority has to be told without delay (Mitteilungspflicht).
 *
 * @param matter what happened, in the words of the lead office
 * @param toldOn when the authority was told; null as long as it was not
 */
record NotificationDuty(@Id Long id, Long projectId, DutyKind kind, LocalDate noticedOn, String matter,
    LocalDate toldOn, String toldHow, String processInstanceId) {

  NotificationDuty runBy(String instanceId) {
    return new NotificationDuty(id, projectId, kind, noticedOn, matter, toldOn, toldHow, instanceId);
  }

  NotificationDuty told(LocalDate day, String how) {
    return new NotificationDuty(id, projectId, kind, noticedOn, matter, day, how, processInstanceId);
  }
}

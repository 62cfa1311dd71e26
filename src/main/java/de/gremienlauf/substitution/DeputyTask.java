package de.gremienlauf.substitution;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * A task that somebody sees and may work on in the place of an absent person.
 *
 * @param person the login of who is absent
 * @param assigneeBefore who had taken the task when the deputy came in; null if nobody had
 * @param claimedAt when the deputy took it over; null if not
 * @param completedAt when the deputy completed it; null if not
 * @param endedAt when the deputy lost sight of it, be it because it was done; null while that is not so
 */
public record DeputyTask(@Id Long id, String taskId, String processInstanceId, String taskName, String deputy,
    String person, String assigneeBefore, LocalDateTime grantedAt, LocalDateTime claimedAt, LocalDateTime completedAt,
    LocalDateTime endedAt) {

  DeputyTask claimed(LocalDateTime at) {
    return new DeputyTask(id, taskId, processInstanceId, taskName, deputy, person, assigneeBefore, grantedAt, at,
        completedAt, endedAt);
  }

  DeputyTask ended(LocalDateTime at, boolean byDeputy) {
    return new DeputyTask(id, taskId, processInstanceId, taskName, deputy, person, assigneeBefore, grantedAt, claimedAt,
        byDeputy ? at : null, at);
  }
}

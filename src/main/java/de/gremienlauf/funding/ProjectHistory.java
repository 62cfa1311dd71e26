package de.gremienlauf.funding;

import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.substitution.CompletedAsDeputy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who did what with a project, in sentences that people read. */
@Component
class ProjectHistory {

  private static final int LIMIT = 8_000;

  private final ProjectEventRepository events;
  private final CurrentUser user;
  private final Clock clock;

  ProjectHistory(ProjectEventRepository events, CurrentUser user, Clock clock) {
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  void add(Long projectId, String sentence) {
    String kept = sentence.length() <= LIMIT ? sentence : sentence.substring(0, LIMIT - 1) + "…";
    events.save(new ProjectEvent(null, projectId, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id(),
        kept));
  }

  /** Somebody worked in the place of somebody else. */
  @EventListener
  void onDeputy(CompletedAsDeputy done) {
    Long projectId = done.ids().get("projectId");
    if (projectId != null) {
      add(projectId, done.sentence());
    }
  }

  List<ProjectEvent> of(Long projectId) {
    return events.findByProjectIdOrderById(projectId);
  }
}

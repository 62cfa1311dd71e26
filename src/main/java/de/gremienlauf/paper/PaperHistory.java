package de.gremienlauf.paper;

import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.substitution.CompletedAsDeputy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who did what with a paper, in sentences that people read. */
@Component
class PaperHistory {

  private static final int LIMIT = 10_000;

  private final PaperEventRepository events;
  private final CurrentUser user;
  private final Clock clock;

  PaperHistory(PaperEventRepository events, CurrentUser user, Clock clock) {
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  void add(Long paperId, String sentence) {
    String kept = sentence.length() <= LIMIT ? sentence : sentence.substring(0, LIMIT - 1) + "…";
    events.save(new PaperEvent(null, paperId, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id(),
        kept));
  }

  /** Somebody worked in the place of somebody else. */
  @EventListener
  void onDeputy(CompletedAsDeputy done) {
    Long paperId = done.ids().get("paperId");
    if (paperId != null) {
      add(paperId, done.sentence());
    }
  }

  List<PaperEvent> of(Long paperId) {
    return events.findByPaperIdOrderById(paperId);
  }
}

package de.gremienlauf.planning.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.planning.LivePlan;
import de.gremienlauf.planning.PaperPlans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The plan of a paper for who may read it. */
@RestController
class PlanController {

  private final PaperPlans plans;
  private final PaperAccess access;

  PlanController(PaperPlans plans, PaperAccess access) {
    this.plans = plans;
    this.access = access;
  }

  @GetMapping("/api/papers/{id}/plan")
  LivePlan plan(@PathVariable Long id) {
    access.requireRead(id);
    return plans.of(id).orElseThrow(
        () -> BusinessException.unknown("Zu dieser Vorlage ist nichts mehr zu planen: keine Station ist offen."));
  }
}

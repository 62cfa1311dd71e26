package de.gremienlauf.paper.process;

import de.gremienlauf.paper.UrgentDecisions;
import org.springframework.stereotype.Component;

/** What the model of the urgent decision asks in expressions. */
@Component
public class UrgentFlow {

  private final UrgentDecisions decisions;

  UrgentFlow(UrgentDecisions decisions) {
    this.decisions = decisions;
  }

  public boolean refused(Long urgentDecisionId) {
    return decisions.refused(urgentDecisionId);
  }

  public boolean staysEffective(Long urgentDecisionId) {
    return decisions.staysEffective(urgentDecisionId);
  }
}

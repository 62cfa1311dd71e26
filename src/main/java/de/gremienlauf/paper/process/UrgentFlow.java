package de.gremienlauf.paper.process;

import de.gremienlauf.paper.UrgentDecisions;
import de.gremienlauf.paper.UrgentSignatures;
import org.springframework.stereotype.Component;

/** What the model of the urgent decision asks in expressions. */
@Component
public class UrgentFlow {

  private final UrgentDecisions decisions;
  private final UrgentSignatures signatures;

  UrgentFlow(UrgentDecisions decisions, UrgentSignatures signatures) {
    this.decisions = decisions;
    this.signatures = signatures;
  }

  public boolean refused(Long urgentDecisionId) {
    return signatures.refused(urgentDecisionId);
  }

  public boolean staysEffective(Long urgentDecisionId) {
    return decisions.staysEffective(urgentDecisionId);
  }
}

package de.gremienlauf.paper.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.UrgentDecisions;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of the urgent decision asks in expressions. */
@Component
public class UrgentFlow {

  private final UrgentDecisions decisions;
  private final Papers papers;

  UrgentFlow(UrgentDecisions decisions, Papers papers) {
    this.decisions = decisions;
    this.papers = papers;
  }

  public boolean refused(Long urgentDecisionId) {
    return decisions.refused(urgentDecisionId);
  }

  public boolean staysEffective(Long urgentDecisionId) {
    return decisions.staysEffective(urgentDecisionId);
  }

  /** The end of the day by which the decision is needed. */
  public Date signDue(Long urgentDecisionId) {
    return EngineClock.endOf(decisions.urgency(urgentDecisionId).neededBy());
  }

  public Date clarificationDue(Long urgentDecisionId) {
    return EngineClock.endOf(papers.clarificationDue());
  }
}

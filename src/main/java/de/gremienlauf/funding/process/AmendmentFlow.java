package de.gremienlauf.funding.process;

import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import org.springframework.stereotype.Component;

/** What the model of an amendment asks in expressions. */
@Component
public class AmendmentFlow {

  private final Amendments amendments;

  AmendmentFlow(Amendments amendments) {
    this.amendments = amendments;
  }

  public boolean toDecide(Long amendmentId, String step) {
    return amendments.toDecide(amendmentId, AmendmentStep.valueOf(step));
  }

  public boolean wanted(Long amendmentId) {
    return amendments.wanted(amendmentId);
  }

  public boolean committeesNeeded(Long amendmentId) {
    return amendments.committeesNeeded(amendmentId);
  }
}

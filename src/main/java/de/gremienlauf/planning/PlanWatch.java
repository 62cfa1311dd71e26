package de.gremienlauf.planning;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.Conflict;
import de.gremienlauf.engine.Watch;
import de.gremienlauf.paper.OpenSequences.OpenSequence;
import de.gremienlauf.paper.OpenSequences;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans all papers under way anew, whatever has moved since the last look: a meeting, a result, a signature, the day.
 * Each paper has a transaction of its own; of two nodes that look at once one finds that the other was there.
 */
@Component
public class PlanWatch implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);

  private final PaperPlans plans;
  private final OpenSequences sequences;
  private final LivePlanner planner;
  private final Council council;
  private final TransactionTemplate each;
  private final Clock clock;

  PlanWatch(PaperPlans plans, OpenSequences sequences, LivePlanner planner, Council council,
      PlatformTransactionManager transactions, Clock clock) {
    this.plans = plans;
    this.sequences = sequences;
    this.planner = planner;
    this.council = council;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "plans";
  }

  /** Looks at the papers of the own municipality. */
  @Override
  public void look() {
    look(council.ownMunicipality());
  }

  void look(String municipality) {
    LivePlanner.Round round = planner.round(municipality, LocalDate.now(clock));
    for (OpenSequence paper : sequences.all(municipality)) {
      try {
        each.executeWithoutResult(status -> plans.renew(paper, round));
      } catch (RuntimeException e) {
        if (Conflict.caused(e)) {
          LOG.info("Paper {} is being planned elsewhere", paper.paperId());
        } else {
          LOG.error("Paper {} cannot be planned", paper.paperId(), e);
        }
      }
    }
    each.executeWithoutResult(status -> plans.endWarnings());
  }
}

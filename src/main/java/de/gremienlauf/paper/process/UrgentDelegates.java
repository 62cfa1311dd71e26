package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.DECIDER;
import static de.gremienlauf.paper.process.PaperVariables.OUTCOME;
import static de.gremienlauf.paper.process.PaperVariables.URGENT_DECISION_ID;

import de.gremienlauf.paper.UrgentDecisions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code urgent-decision}. */
@Configuration(proxyBeanMethods = false)
class UrgentDelegates {

  @Bean
  JavaDelegate determineUrgentDecider(UrgentDecisions decisions) {
    return execution -> DECIDER.set(execution,
        decisions.determineDecider(URGENT_DECISION_ID.from(execution)).name());
  }

  @Bean
  JavaDelegate askMainCommittee(UrgentDecisions decisions) {
    return execution -> OUTCOME.set(execution,
        decisions.askMainCommittee(URGENT_DECISION_ID.from(execution)).name());
  }

  @Bean
  JavaDelegate recordUrgentDecision(UrgentDecisions decisions) {
    return execution -> decisions.record(URGENT_DECISION_ID.from(execution));
  }

  @Bean
  JavaDelegate submitForApproval(UrgentDecisions decisions) {
    return execution -> OUTCOME.set(execution,
        decisions.submitForApproval(URGENT_DECISION_ID.from(execution)).name());
  }
}

package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.AWAITS;
import static de.gremienlauf.paper.process.PaperVariables.CONSULTATION_ID;
import static de.gremienlauf.paper.process.PaperVariables.EFFECT;
import static de.gremienlauf.paper.process.PaperVariables.RESULT_KIND;
import static de.gremienlauf.paper.process.PaperVariables.RUN_ENDS;

import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.HearingPeriods;
import de.gremienlauf.paper.ResultEffect;
import de.gremienlauf.paper.Results;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the models {@code consultation} and {@code hearing-period}. */
@Configuration(proxyBeanMethods = false)
class ConsultationDelegates {

  @Bean
  JavaDelegate registerStation(Consultations consultations, Results results) {
    return execution -> {
      Long station = CONSULTATION_ID.from(execution);
      AWAITS.set(execution, consultations.register(station, execution.getProcessInstanceId()).name());
      ResultKind chosen = results.chosenKind(station);
      RESULT_KIND.set(execution, chosen == null ? null : chosen.name());
    };
  }

  @Bean
  JavaDelegate applyResult(Results results) {
    return execution -> results.applyResult(CONSULTATION_ID.from(execution),
        ResultKind.valueOf(RESULT_KIND.from(execution)), ResultEffect.valueOf(EFFECT.from(execution)),
        RUN_ENDS.from(execution));
  }

  @Bean
  JavaDelegate planNextMeeting(Results results) {
    return execution -> results.planNextMeeting(CONSULTATION_ID.from(execution));
  }

  @Bean
  JavaDelegate planReferral(Results results) {
    return execution -> results.planReferral(CONSULTATION_ID.from(execution),
        ResultKind.valueOf(RESULT_KIND.from(execution)));
  }

  @Bean
  JavaDelegate dropRemaining(Results results) {
    return execution -> results.dropRemaining(CONSULTATION_ID.from(execution));
  }

  @Bean
  JavaDelegate notifyWaiting(Consultations consultations) {
    return execution -> consultations.notifyWaiting(CONSULTATION_ID.from(execution));
  }

  @Bean
  JavaDelegate recordDeemedConsent(HearingPeriods periods) {
    return execution -> periods.recordConsent(CONSULTATION_ID.from(execution));
  }
}

package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_ID;
import static de.gremienlauf.funding.process.FundingVariables.NOTICE_ID;

import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.DeadlineSheets;
import de.gremienlauf.funding.Notices;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the models {@code funding-notice} and {@code amendment-notice}. */
@Configuration(proxyBeanMethods = false)
class NoticeDelegates {

  @Bean
  JavaDelegate computeNoticeDeadlines(Notices notices, DeadlineSheets sheets) {
    return execution -> {
      notices.attachProcess(NOTICE_ID.from(execution), execution.getProcessInstanceId());
      sheets.issue(NOTICE_ID.from(execution));
    };
  }

  @Bean
  JavaDelegate markNoticeFinal(Notices notices) {
    return execution -> notices.markFinal(NOTICE_ID.from(execution));
  }

  @Bean
  JavaDelegate applyAmendment(Amendments amendments) {
    return execution -> amendments.apply(AMENDMENT_ID.from(execution));
  }

  @Bean
  JavaDelegate declineAmendment(Amendments amendments) {
    return execution -> amendments.decline(AMENDMENT_ID.from(execution));
  }
}

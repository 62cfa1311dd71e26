package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_ID;
import static de.gremienlauf.funding.process.FundingVariables.PAPER_OUTCOME;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_PAPER_ID;
import static de.gremienlauf.funding.process.FundingVariables.PURPOSE;
import static de.gremienlauf.funding.process.FundingVariables.REPORT_ID;

import de.gremienlauf.funding.PaperPurpose;
import de.gremienlauf.funding.ProjectPapers;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code project-paper}. */
@Configuration(proxyBeanMethods = false)
class ProjectPaperDelegates {

  @Bean
  JavaDelegate registerProjectPaper(ProjectPapers papers) {
    return execution -> PROJECT_PAPER_ID.set(execution, papers.order(PROJECT_ID.from(execution),
        PaperPurpose.valueOf(PURPOSE.from(execution)), AMENDMENT_ID.from(execution), REPORT_ID.from(execution),
        execution.getProcessInstanceId()));
  }

  @Bean
  JavaDelegate draftProjectPaper(ProjectPapers papers) {
    return execution -> papers.draft(PROJECT_PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate recordPaperOutcome(ProjectPapers papers) {
    return execution -> PAPER_OUTCOME.set(execution, papers.record(PROJECT_PAPER_ID.from(execution)).name());
  }
}

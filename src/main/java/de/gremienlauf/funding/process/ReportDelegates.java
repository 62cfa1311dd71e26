package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.EXTENDED;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;
import static de.gremienlauf.funding.process.FundingVariables.REPORT_ID;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProofsOfUse;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the models {@code progress-report} and {@code proof-of-use}. */
@Configuration(proxyBeanMethods = false)
class ReportDelegates {

  @Bean
  JavaDelegate scheduleReport(ProgressReports reports) {
    return execution -> reports.schedule(REPORT_ID.from(execution));
  }

  @Bean
  JavaDelegate moveReportDue(ProgressReports reports, FormFields fields) {
    return execution -> {
      reports.schedule(REPORT_ID.from(execution));
      showDue(execution, reports, fields);
    };
  }

  private static void showDue(DelegateExecution execution, ProgressReports reports, FormFields fields) {
    var report = reports.details(REPORT_ID.from(execution));
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    for (Task task : tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey("Task_WriteReport").list()) {
      task.setDueDate(EngineClock.endOf(report.dueOn()));
      tasks.saveTask(task);
      fields.change(task.getId(), Map.of(WriteReportForm.DUE_EXPLAINED, report.dueExplained()));
    }
  }

  @Bean
  JavaDelegate scheduleProof(ProofsOfUse proofs) {
    return execution -> {
      Long projectId = PROJECT_ID.from(execution);
      proofs.schedule(projectId);
      proofs.attachProcess(projectId, execution.getProcessInstanceId());
      EXTENDED.set(execution, false);
    };
  }

  @Bean
  JavaDelegate checkPeriod(ProofsOfUse proofs) {
    return execution -> EXTENDED.set(execution, proofs.runsOn(PROJECT_ID.from(execution)));
  }

  @Bean
  JavaDelegate printProof(ProofsOfUse proofs) {
    return execution -> proofs.file(PROJECT_ID.from(execution));
  }

  @Bean
  JavaDelegate scheduleRetention(ProofsOfUse proofs) {
    return execution -> proofs.retain(PROJECT_ID.from(execution));
  }
}

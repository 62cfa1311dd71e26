package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;
import static de.gremienlauf.funding.process.FundingVariables.REPORT_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.NewReport;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ReportBasis;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans a progress report from the start form; one that was planned before is only bound to its process. */
@Component("createReport")
class CreateReport implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("projectNumber", "title", "basis", "basisNote", "dueOn");

  private final ProgressReports reports;
  private final Projects projects;

  CreateReport(ProgressReports reports, Projects projects) {
    this.reports = reports;
    this.projects = projects;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (REPORT_ID.from(execution) == null) {
      plan(execution, StartForms.take(execution, START_FORM));
    } else {
      StartForms.onlyIds(execution, 2);
      PROJECT_ID.set(execution, reports.details(REPORT_ID.from(execution)).projectId());
    }
    reports.attachProcess(REPORT_ID.from(execution), execution.getProcessInstanceId());
  }

  private void plan(DelegateExecution execution, FormData form) {
    String number = form.requiredText("projectNumber", "Projektnummer");
    NewReport report = new NewReport(form.requiredText("title", "Bezeichnung"),
        form.choice("basis", "Verlangt durch", ReportBasis.class), form.text("basisNote", "Fundstelle"),
        form.day("dueOn", "Vorzulegen bis"));
    Long projectId = projects.toChange(number);
    PROJECT_ID.set(execution, projectId);
    REPORT_ID.set(execution, reports.plan(projectId, report));
    execution.setProcessBusinessKey(number);
  }
}

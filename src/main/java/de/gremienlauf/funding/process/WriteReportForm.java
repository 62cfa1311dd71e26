package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.REPORT_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ProofsOfUse;
import de.gremienlauf.funding.ReportDetails;
import de.gremienlauf.funding.WrittenReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Sachstandsbericht verfassen". */
@Component("writeReportForm")
class WriteReportForm extends ProjectForm {

  static final String DUE_EXPLAINED = "dueExplained";

  private final ProgressReports reports;
  private final ProofsOfUse proofs;

  WriteReportForm(Projects projects, ProgressReports reports, ProofsOfUse proofs) {
    super(projects);
    this.reports = reports;
    this.proofs = proofs;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    ReportDetails report = reports.details(REPORT_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("reportTitle", report.title());
    fields.put(DUE_EXPLAINED, report.dueExplained());
    fields.put("text", proofs.narrativeDraft(report.projectId()));
    fields.put("announces", null);
    fields.put("committees", false);
    fields.put("submittedOn", null);
    fields.put("submittedAssumed", false);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    reports.submit(REPORT_ID.from(task), new WrittenReport(
        form.longText("text", "Text des Berichts"),
        form.reason("announces", "Kündigt an"),
        form.ticked("committees", "Als Mitteilung in die Gremien"),
        form.day("submittedOn", "Vorgelegt am"),
        form.ticked("submittedAssumed", "Tag der Vorlage angenommen")));
  }
}

package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.FinalReports;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Abschlussbericht entwerfen". */
@Component("finalReportForm")
class FinalReportForm extends ProjectForm {

  private final FinalReports reports;

  FinalReportForm(Projects projects, FinalReports reports) {
    super(projects);
    this.reports = reports;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Long projectId = projectId(task);
    List<FinalReports.MinutesChoice> minutes = reports.minutes(projectId);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("subject", reports.kept(projectId).map(FinalReports.Kept::subject)
        .orElseGet(() -> reports.subject(projectId)));
    fields.put("text", reports.draft(projectId));
    fields.put("minutesChoices", minutes.stream()
        .map(choice -> choice(choice.meetingId(), choice.label())).toList());
    fields.put("minutesKnown", !minutes.isEmpty());
    fields.put("minutes", minutes.stream().findFirst().map(choice -> String.valueOf(choice.meetingId()))
        .orElse(null));
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long projectId = projectId(task);
    String minutes = form.choice("minutes", "Niederschrift als Anlage",
        reports.minutes(projectId).stream().map(choice -> String.valueOf(choice.meetingId())).toList());
    reports.finish(projectId, form.requiredLine("subject", "Betreff"), form.longText("text", "Text des Berichts"),
        minutes == null ? null : Long.valueOf(minutes));
  }
}

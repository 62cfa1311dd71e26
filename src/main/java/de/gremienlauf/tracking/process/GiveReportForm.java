package de.gremienlauf.tracking.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.tracking.Duty;
import de.gremienlauf.tracking.ResolutionDuties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Über Umsetzung berichten". */
@Component("giveReportForm")
class GiveReportForm extends ResolutionForm {

  GiveReportForm(ResolutionDuties duties) {
    super(duties);
  }

  @Override
  Map<String, Object> fields(Duty duty) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("plan", plan(duty));
    fields.put("report", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    duties.report(dutyId(task), form.reason("report", "Stand der Umsetzung"));
  }
}

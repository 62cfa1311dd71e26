package de.gremienlauf.tracking.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.tracking.Duty;
import de.gremienlauf.tracking.ResolutionDuties;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Umsetzung melden". */
@Component("reportImplementationForm")
class ReportImplementationForm extends ResolutionForm {

  ReportImplementationForm(ResolutionDuties duties) {
    super(duties);
  }

  @Override
  Map<String, Object> fields(Duty duty) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("plan", plan(duty));
    fields.put("outcome", null);
    fields.put("doneOn", null);
    fields.put("evidence", null);
    fields.put("newDate", null);
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String outcome = form.requiredChoice("outcome", "Stand der Umsetzung", List.of("DONE", "NEW_DATE", "OBSOLETE"));
    LocalDate doneOn = form.day("doneOn", "Umgesetzt am");
    String evidence = form.reason("evidence", "Nachweis");
    LocalDate newDate = form.day("newDate", "Neuer Termin");
    String reason = form.reason("reason", "Begründung");
    switch (outcome) {
      case "DONE" -> duties.done(dutyId(task), doneOn, evidence);
      case "NEW_DATE" -> duties.postpone(dutyId(task), newDate, reason);
      default -> duties.settleWithout(dutyId(task), reason);
    }
  }
}

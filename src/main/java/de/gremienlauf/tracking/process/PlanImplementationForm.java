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

/** The task "Umsetzung festlegen". */
@Component("planImplementationForm")
class PlanImplementationForm extends ResolutionForm {

  private static final String IMPLEMENT = "IMPLEMENT";

  PlanImplementationForm(ResolutionDuties duties) {
    super(duties);
  }

  @Override
  Map<String, Object> fields(Duty duty) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("implementation", IMPLEMENT);
    fields.put("office", duty.office());
    fields.put("dueOn", null);
    fields.put("intervalMonths", null);
    fields.put("publicDuty", duty.publicDuty());
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String implementation = form.requiredChoice("implementation", "Was aus dem Beschluss folgt",
        List.of(IMPLEMENT, "NONE"));
    String office = form.text("office", "Zuständige Dienststelle");
    LocalDate dueOn = form.day("dueOn", "Umzusetzen bis");
    Integer interval = form.count("intervalMonths", "Zwischenbericht alle … Monate");
    boolean publicDuty = form.ticked("publicDuty", "Öffentlich");
    String reason = form.reason("reason", "Warum nichts umzusetzen ist");
    if (implementation.equals(IMPLEMENT)) {
      duties.plan(dutyId(task), office, dueOn, interval, publicDuty);
    } else {
      duties.settleWithout(dutyId(task), reason);
    }
  }
}

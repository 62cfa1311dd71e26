package de.gremienlauf.tracking.process;

import static de.gremienlauf.tracking.process.TrackingVariables.RESOLUTION_DUTY_ID;

import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.tracking.Duty;
import de.gremienlauf.tracking.ResolutionDuties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a resolution: what every one of them shows of it. */
abstract class ResolutionForm extends FormHandler {

  final ResolutionDuties duties;

  ResolutionForm(ResolutionDuties duties) {
    this.duties = duties;
  }

  /** The fields of this form beside the head. */
  abstract Map<String, Object> fields(Duty duty);

  static Long dutyId(DelegateTask task) {
    return RESOLUTION_DUTY_ID.from(task);
  }

  /** What is laid down so far. */
  static String plan(Duty duty) {
    return duty.office() + ", umzusetzen bis " + GermanDate.print(duty.dueOn())
        + (duty.reason() == null ? "" : " (" + duty.reason() + ")");
  }

  @Override
  protected final Map<String, Object> defaults(DelegateTask task) {
    Duty duty = duties.get(dutyId(task));
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("reference", duty.reference());
    defaults.put("subject", duty.subject());
    defaults.put("decision", "Beschlossen am " + GermanDate.print(duty.decidedOn()) + " von " + duty.body()
        + (duty.condition() == null ? "" : ", " + duty.condition()) + "; vollziehbar ab "
        + GermanDate.print(duty.enforceableFrom()));
    defaults.put("resolutionText", escaped(duty.resolution()));
    defaults.putAll(fields(duty));
    return defaults;
  }
}

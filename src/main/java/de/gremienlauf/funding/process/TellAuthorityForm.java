package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.DUTY_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.Duties;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Bewilligungsbehörde unterrichten". */
@Component("tellAuthorityForm")
class TellAuthorityForm extends ProjectForm {

  private final Duties duties;

  TellAuthorityForm(Projects projects, Duties duties) {
    super(projects);
    this.duties = duties;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Duties.Duty duty = duties.get(DUTY_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dutyKind", duty.kind().label());
    fields.put("noticedOn", GermanDate.print(duty.noticedOn()));
    fields.put("matter", duty.matter());
    fields.put("toldOn", null);
    fields.put("toldHow", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    duties.tell(DUTY_ID.from(task), form.day("toldOn", "Unterrichtet am"), form.text("toldHow", "Wie unterrichtet"));
  }
}

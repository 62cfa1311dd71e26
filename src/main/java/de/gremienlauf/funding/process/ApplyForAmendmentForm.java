package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.AmendmentDetails;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.NewApplication;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Änderung beantragen". */
@Component("applyForAmendmentForm")
class ApplyForAmendmentForm extends AmendmentForm {

  ApplyForAmendmentForm(Projects projects, Amendments amendments, Notices notices) {
    super(projects, amendments, notices);
  }

  @Override
  Map<String, Object> fields(AmendmentDetails amendment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("filedOn", null);
    fields.put("filedOnAssumed", false);
    fields.put("documents", null);
    fields.put("applicationNote", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    LocalDate filedOn = form.day("filedOn", "Beantragt am");
    amendments.file(amendmentId(task), new NewApplication(filedOn,
        form.ticked("filedOnAssumed", "Der Tag ist nicht bekannt oder nur angenommen"),
        form.reason("documents", "Unterlagen"), form.reason("applicationNote", "Bemerkung")));
  }
}

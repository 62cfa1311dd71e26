package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.AmendmentDetails;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Zur Anhörung Stellung nehmen". */
@Component("hearingForm")
class HearingForm extends AmendmentForm {

  private static final int LIMIT = 8000;

  HearingForm(Projects projects, Amendments amendments, Notices notices) {
    super(projects, amendments, notices);
  }

  @Override
  Map<String, Object> fields(AmendmentDetails amendment) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("statement", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String statement = form.longText("statement", "Stellungnahme");
    if (statement != null && statement.length() > LIMIT) {
      throw new BusinessException("„Stellungnahme“ darf höchstens " + LIMIT + " Zeichen haben.");
    }
    amendments.comment(amendmentId(task), statement);
  }
}

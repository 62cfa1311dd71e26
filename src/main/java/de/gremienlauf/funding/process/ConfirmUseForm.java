package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.FundsCallDetails;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.Projects;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Verwendung bestätigen". */
@Component("confirmUseForm")
class ConfirmUseForm extends CallForm {

  ConfirmUseForm(Projects projects, FundsCalls calls) {
    super(projects, calls);
  }

  @Override
  Map<String, Object> fields(FundsCallDetails call) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("used", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    calls.used(callId(task), form.requiredAmount("used", "Fristgerecht verwendet"));
  }
}

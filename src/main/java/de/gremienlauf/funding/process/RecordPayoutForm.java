package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.FundsCallDetails;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Auszahlung erfassen". */
@Component("recordPayoutForm")
class RecordPayoutForm extends CallForm {

  private static final String PAID = "PAID";
  private static final String REFUSED = "REFUSED";

  RecordPayoutForm(Projects projects, FundsCalls calls) {
    super(projects, calls);
  }

  @Override
  Map<String, Object> fields(FundsCallDetails call) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("payoutOutcome", PAID);
    fields.put("paidOn", null);
    fields.put("paid", Euro.plain(call.amount()));
    fields.put("refusal", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (REFUSED.equals(form.requiredChoice("payoutOutcome", "Was daraus wurde", List.of(PAID, REFUSED)))) {
      calls.refused(callId(task), form.reason("refusal", "Grund der Ablehnung"));
      return;
    }
    LocalDate paidOn = form.day("paidOn", "Ausgezahlt am");
    if (paidOn == null) {
      throw new BusinessException("Bitte geben Sie an, wann ausgezahlt wurde.");
    }
    calls.paid(callId(task), paidOn, form.requiredAmount("paid", "Ausgezahlter Betrag"));
  }
}

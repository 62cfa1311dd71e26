package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.FundsCallDetails;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Mittel abrufen". */
@Component("callFundsForm")
class CallFundsForm extends CallForm {

  private final Notices notices;
  private final Clock clock;

  CallFundsForm(Projects projects, FundsCalls calls, Notices notices, Clock clock) {
    super(projects, calls);
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(FundsCallDetails call) {
    NoticeDetails grant = notices.grant(call.projectId()).orElseThrow();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("finality", switch (grant.state()) {
      case FINAL -> "Der " + grant.title() + " ist seit " + GermanDate.print(grant.finalOn()) + " bestandskräftig.";
      case APPEALABLE -> "Der " + grant.title() + " ist erst ab " + GermanDate.printWithWeekday(grant.finalFrom())
          + " bestandskräftig.";
      case CHALLENGED, ANNULLED -> "Der " + grant.title() + " ist " + grant.state().label() + ".";
    });
    fields.put("balance", calls.balance(call.projectId()));
    fields.put("calledOn", GermanDate.print(LocalDate.now(clock)));
    fields.put("amount", null);
    fields.put("paymentsUntil", null);
    fields.put("callPurpose", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    LocalDate calledOn = form.day("calledOn", "Tag des Abrufs");
    LocalDate paymentsUntil = form.day("paymentsUntil", "Zahlungen fällig bis");
    if (calledOn == null || paymentsUntil == null) {
      throw new BusinessException("Bitte geben Sie an, wann abgerufen wurde und bis wann die Zahlungen fällig sind.");
    }
    calls.call(callId(task), calledOn, form.requiredAmount("amount", "Betrag"), paymentsUntil,
        form.reason("callPurpose", "Wofür das Geld gebraucht wird"));
  }
}

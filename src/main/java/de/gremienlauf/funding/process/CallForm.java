package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FUNDS_CALL_ID;

import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.FundsCallDetails;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a call for funds: each shows what is known of it. */
abstract class CallForm extends ProjectForm {

  final FundsCalls calls;

  CallForm(Projects projects, FundsCalls calls) {
    super(projects);
    this.calls = calls;
  }

  /** The fields of this form beside the heads. */
  abstract Map<String, Object> fields(FundsCallDetails call);

  static Long callId(DelegateTask task) {
    return FUNDS_CALL_ID.from(task);
  }

  @Override
  final Map<String, Object> fields(DelegateTask task) {
    FundsCallDetails call = calls.details(callId(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("called", call.calledOn() == null ? "" : Euro.print(call.amount()) + ", abgerufen am "
        + GermanDate.printWithWeekday(call.calledOn()));
    fields.put("use", Objects.requireNonNullElse(call.purpose(), ""));
    fields.put("payout", call.paidOn() == null ? "" : Euro.print(call.paid()) + ", ausgezahlt am "
        + GermanDate.printWithWeekday(call.paidOn()));
    fields.put("useUntil", call.useUntil() == null ? "" : GermanDate.printWithWeekday(call.useUntil()));
    fields.put("useExplained", Objects.requireNonNullElse(call.useExplained(), ""));
    fields.putAll(fields(call));
    return fields;
  }
}

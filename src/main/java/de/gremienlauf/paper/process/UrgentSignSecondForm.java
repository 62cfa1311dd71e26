package de.gremienlauf.paper.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.UrgentDecisions;
import de.gremienlauf.paper.UrgentSignatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Mitunterschrift einholen". */
@Component("urgentSignSecondForm")
class UrgentSignSecondForm extends UrgentForm {

  private static final String SIGN = "SIGN";

  private final UrgentSignatures signatures;

  UrgentSignSecondForm(PaperQueries queries, UrgentDecisions decisions, UrgentSignatures signatures) {
    super(queries, decisions);
    this.signatures = signatures;
  }

  @Override
  Map<String, Object> fields(Long decisionId, UrgentDecisions.Urgency urgency) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signatories", urgency.secondBy());
    fields.put("memberChoices", signatures.members(decisionId).stream()
        .map(seat -> choice(seat.person().id(),
            seat.person().name() + " (" + seat.membership().membershipRole() + ")")).toList());
    fields.put("decision", null);
    fields.put("member", null);
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (SIGN.equals(form.requiredChoice("decision", "Entscheidung", List.of(SIGN, "REFUSE")))) {
      String member = form.requiredText("member", "Ratsmitglied");
      if (!member.matches("\\d{1,18}")) {
        throw new BusinessException("Bei „Ratsmitglied“ steht keine der angebotenen Möglichkeiten.");
      }
      signatures.signSecond(decisionId(task), Long.valueOf(member));
    } else {
      signatures.refuse(decisionId(task), "das Ratsmitglied", form.reason("reason", "Grund der Ablehnung"));
    }
  }
}

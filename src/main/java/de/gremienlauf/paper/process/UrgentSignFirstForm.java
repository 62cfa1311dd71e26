package de.gremienlauf.paper.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.UrgentDecisions;
import de.gremienlauf.paper.UrgentSignatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Als Oberbürgermeister/in unterzeichnen". */
@Component("urgentSignFirstForm")
class UrgentSignFirstForm extends UrgentForm {

  private static final String SIGN = "SIGN";

  private final UrgentSignatures signatures;

  UrgentSignFirstForm(PaperQueries queries, UrgentDecisions decisions, UrgentSignatures signatures) {
    super(queries, decisions);
    this.signatures = signatures;
  }

  @Override
  Map<String, Object> fields(Long decisionId, UrgentDecisions.Urgency urgency) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signatories", urgency.firstBy());
    fields.put("decision", null);
    fields.putAll(SignatureFields.of(Optional.empty()));
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected Map<String, Object> proposals(DelegateTask task, String userId) {
    return SignatureFields.of(signatures.proposedSignature(decisionId(task), userId));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (SIGN.equals(form.requiredChoice("decision", "Entscheidung", List.of(SIGN, "REFUSE")))) {
      String signatory = form.requiredText("signatory", "Name, wie er unter der Entscheidung steht");
      Capacity capacity = SignatureFields.capacity(form, "Es wird unterzeichnet",
          "Bitte geben Sie an, ob selbst oder i. V. unterzeichnet wird.");
      signatures.signFirst(decisionId(task), signatory, capacity, SignatureFields.represented(form, "In Vertretung von",
          capacity, () -> signatures.proposedSignature(decisionId(task), task.getAssignee())));
    } else {
      signatures.refuse(decisionId(task), "die Verwaltungsspitze", form.reason("reason", "Grund der Ablehnung"));
    }
  }
}

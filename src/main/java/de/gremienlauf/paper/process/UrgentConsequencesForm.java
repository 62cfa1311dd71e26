package de.gremienlauf.paper.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.UrgentDecisions;
import de.gremienlauf.paper.UrgentDecisions.RightsOfOthers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Folgen der Aufhebung klären". */
@Component("urgentConsequencesForm")
class UrgentConsequencesForm extends UrgentForm {

  UrgentConsequencesForm(PaperQueries queries, UrgentDecisions decisions) {
    super(queries, decisions);
  }

  @Override
  Map<String, Object> fields(Long decisionId, UrgentDecisions.Urgency urgency) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("decisionTitle", urgency.title());
    fields.put("rights", null);
    fields.put("whose", null);
    fields.put("undo", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    RightsOfOthers rights = form.choice("rights", "Rechte anderer", RightsOfOthers.class);
    if (rights == null) {
      throw new BusinessException("Bitte geben Sie an, ob schon Rechte anderer entstanden sind.");
    }
    decisions.clarifyConsequences(decisionId(task), rights, form.reason("whose", "Welche Rechte sind entstanden?"),
        form.reason("undo", "Was ist rückgängig zu machen?"));
  }
}

package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.URGENT_DECISION_ID;

import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.UrgentDecisions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about an urgent decision: each shows why it cannot wait and on what legal ground it is taken. */
abstract class UrgentForm extends PaperForm {

  final UrgentDecisions decisions;

  UrgentForm(PaperQueries queries, UrgentDecisions decisions) {
    super(queries);
    this.decisions = decisions;
  }

  /** The fields of this form beside the head and the urgency. */
  abstract Map<String, Object> fields(Long decisionId, UrgentDecisions.Urgency urgency);

  static Long decisionId(DelegateTask task) {
    return URGENT_DECISION_ID.from(task);
  }

  @Override
  final Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    UrgentDecisions.Urgency urgency = decisions.urgency(decisionId(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("organization", urgency.body());
    fields.put("urgency", urgency.urgency());
    fields.put("neededBy", GermanDate.print(urgency.neededBy()));
    fields.put("ground", urgency.ground());
    fields.putAll(fields(decisionId(task), urgency));
    return fields;
  }
}

package de.gremienlauf.paper.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of the models in {@code processes/paper}: ids and routing values. */
@Component
class PaperVariables implements DeclaredVariables {

  static final ProcessVariable<Long> PAPER_ID = new ProcessVariable<>("paperId", Long.class);
  static final ProcessVariable<String> PAPER_PATH = new ProcessVariable<>("paperPath", String.class);
  static final ProcessVariable<String> NUMBER_CIRCLE = new ProcessVariable<>("numberCircle", String.class);
  static final ProcessVariable<Long> CO_SIGNATURE_ID = new ProcessVariable<>("coSignatureId", Long.class);
  static final ProcessVariable<Boolean> SIGNED = new ProcessVariable<>("signed", Boolean.class);
  static final ProcessVariable<Long> ATTACHMENT_ID = new ProcessVariable<>("attachmentId", Long.class);
  static final ProcessVariable<Long> CONSULTATION_ID = new ProcessVariable<>("consultationId", Long.class);
  static final ProcessVariable<String> AWAITS = new ProcessVariable<>("awaits", String.class);
  static final ProcessVariable<String> RESULT_KIND = new ProcessVariable<>("resultKind", String.class);
  static final ProcessVariable<String> EFFECT = new ProcessVariable<>("effect", String.class);
  static final ProcessVariable<Boolean> RUN_ENDS = new ProcessVariable<>("runEnds", Boolean.class);
  static final ProcessVariable<Long> URGENT_DECISION_ID = new ProcessVariable<>("urgentDecisionId", Long.class);
  static final ProcessVariable<String> DECIDER = new ProcessVariable<>("decider", String.class);
  static final ProcessVariable<String> OUTCOME = new ProcessVariable<>("outcome", String.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(PAPER_ID, PAPER_PATH, NUMBER_CIRCLE, CO_SIGNATURE_ID, SIGNED, ATTACHMENT_ID, CONSULTATION_ID,
        AWAITS, RESULT_KIND, EFFECT, RUN_ENDS, URGENT_DECISION_ID, DECIDER, OUTCOME);
  }
}

package de.gremienlauf.funding.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of the models in {@code processes/funding}: ids and routing values. */
@Component
class FundingVariables implements DeclaredVariables {

  static final ProcessVariable<Long> PROJECT_ID = new ProcessVariable<>("projectId", Long.class);
  static final ProcessVariable<Long> PROJECT_PAPER_ID = new ProcessVariable<>("projectPaperId", Long.class);
  static final ProcessVariable<Long> PAPER_ID = new ProcessVariable<>("paperId", Long.class);
  static final ProcessVariable<Long> FINDING_ID = new ProcessVariable<>("findingId", Long.class);
  static final ProcessVariable<Long> DUTY_ID = new ProcessVariable<>("dutyId", Long.class);
  static final ProcessVariable<Long> NOTICE_ID = new ProcessVariable<>("noticeId", Long.class);
  static final ProcessVariable<Long> AMENDMENT_ID = new ProcessVariable<>("amendmentId", Long.class);
  static final ProcessVariable<Long> FUNDS_CALL_ID = new ProcessVariable<>("fundsCallId", Long.class);
  static final ProcessVariable<Long> REPORT_ID = new ProcessVariable<>("reportId", Long.class);
  static final ProcessVariable<Long> PARTNER_ID = new ProcessVariable<>("partnerId", Long.class);
  static final ProcessVariable<Long> FOLLOW_UP_ID = new ProcessVariable<>("followUpId", Long.class);
  static final ProcessVariable<String> PURPOSE = new ProcessVariable<>("purpose", String.class);
  static final ProcessVariable<String> PAPER_NEED = new ProcessVariable<>("paperNeed", String.class);
  static final ProcessVariable<String> PAPER_OUTCOME = new ProcessVariable<>("paperOutcome", String.class);
  static final ProcessVariable<String> AMENDMENT_STEP = new ProcessVariable<>("amendmentStep", String.class);
  static final ProcessVariable<String> DECISION = new ProcessVariable<>("decision", String.class);
  static final ProcessVariable<Boolean> EXTENDED = new ProcessVariable<>("extended", Boolean.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(PROJECT_ID, PROJECT_PAPER_ID, PAPER_ID, FINDING_ID, DUTY_ID, NOTICE_ID, AMENDMENT_ID,
        FUNDS_CALL_ID, REPORT_ID, PARTNER_ID, FOLLOW_UP_ID, PURPOSE, PAPER_NEED, PAPER_OUTCOME, AMENDMENT_STEP,
        DECISION, EXTENDED);
  }
}

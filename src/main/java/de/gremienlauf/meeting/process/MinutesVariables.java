package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of invitations, minutes and excerpts beside the meeting's id. */
@Component
class MinutesVariables implements DeclaredVariables {

  /** The name of an {@link de.gremienlauf.meeting.InvitationAct}. */
  static final ProcessVariable<String> ACT = new ProcessVariable<>("act", String.class);
  static final ProcessVariable<Long> SUPPLEMENT_NUMBER = new ProcessVariable<>("supplementNumber", Long.class);
  /** The mails that are sent together. */
  static final ProcessVariable<String> BATCH = new ProcessVariable<>("batch", String.class);
  static final ProcessVariable<Boolean> BY_POST = new ProcessVariable<>("byPost", Boolean.class);
  static final ProcessVariable<Long> SIGNATURE_ID = new ProcessVariable<>("signatureId", Long.class);
  static final ProcessVariable<Long> AGENDA_ITEM_ID = new ProcessVariable<>("agendaItemId", Long.class);
  static final ProcessVariable<Boolean> CERTIFIED = new ProcessVariable<>("certified", Boolean.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(ACT, SUPPLEMENT_NUMBER, BATCH, BY_POST, SIGNATURE_ID, AGENDA_ITEM_ID, CERTIFIED);
  }
}

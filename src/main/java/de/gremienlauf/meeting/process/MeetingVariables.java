package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of the models in {@code processes/meeting}: ids and routing values. */
@Component
class MeetingVariables implements DeclaredVariables {

  static final ProcessVariable<Long> MEETING_ID = new ProcessVariable<>("meetingId", Long.class);
  static final ProcessVariable<Long> AGENDA_ITEM_ID = new ProcessVariable<>("agendaItemId", Long.class);
  static final ProcessVariable<String> ENDING = new ProcessVariable<>("ending", String.class);
  static final ProcessVariable<String> ACT = new ProcessVariable<>("act", String.class);
  static final ProcessVariable<Long> SUPPLEMENT_NUMBER = new ProcessVariable<>("supplementNumber", Long.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(MEETING_ID, AGENDA_ITEM_ID, ENDING, ACT, SUPPLEMENT_NUMBER);
  }
}

package de.gremienlauf.engine;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history of what was done, by whom and when, without a copy of what was entered: of variables only the declared
 * routing values are kept, and neither form fields nor the inputs of decision tables. Facts live in the domain tables.
 */
class LeanHistoryLevel extends HistoryLevelFull {

  static final String NAME = "lean";
  private static final int ID = 17;

  private final Supplier<Set<String>> declaredNames;

  LeanHistoryLevel(Supplier<Set<String>> declaredNames) {
    this.declaredNames = declaredNames;
  }

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE
        || eventType == HistoryEventTypes.DMN_DECISION_EVALUATE) {
      return false;
    }
    if (entity instanceof VariableInstanceEntity variable) {
      return variable.getTaskId() == null && declaredNames.get().contains(variable.getName());
    }
    return true;
  }
}

package de.gremienlauf.tracking.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of the models in {@code processes/tracking}. */
@Component
class TrackingVariables implements DeclaredVariables {

  static final ProcessVariable<Long> RESOLUTION_DUTY_ID = new ProcessVariable<>("resolutionDutyId", Long.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(RESOLUTION_DUTY_ID);
  }
}

package de.gremienlauf.overview.process;

import de.gremienlauf.engine.Watch;
import org.springframework.stereotype.Component;

/** Keeps the times of the steps up to date. */
@Component
class StepTimesWatch implements Watch {

  private final StepTimesReader reader;

  StepTimesWatch(StepTimesReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return "step times";
  }

  @Override
  public void look() {
    reader.read();
  }
}

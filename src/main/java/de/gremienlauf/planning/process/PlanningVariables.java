package de.gremienlauf.planning.process;

import de.gremienlauf.engine.ProcessVariable;

/** The process variables of the model {@code deadline-warning}; the module of the papers declares them. */
final class PlanningVariables {

  static final ProcessVariable<Long> PAPER_ID = new ProcessVariable<>("paperId", Long.class);

  private PlanningVariables() {
  }
}

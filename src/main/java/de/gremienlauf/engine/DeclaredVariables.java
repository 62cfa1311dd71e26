package de.gremienlauf.engine;

import java.util.Collection;

/** The process variables that a module's models use. What is not declared is neither routed on nor kept in history. */
public interface DeclaredVariables {

  Collection<ProcessVariable<?>> variables();
}

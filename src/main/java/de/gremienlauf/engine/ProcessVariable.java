package de.gremienlauf.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable, declared once with its name and type. Only ids and routing values are process variables; facts
 * live in domain tables.
 *
 * @param name the name as it stands in the models
 * @param type Long, String or Boolean: nothing that the engine would serialize
 */
public record ProcessVariable<T>(String name, Class<T> type) {

  /** Reads the variable; null if it is not set. */
  public T from(VariableScope scope) {
    return type.cast(scope.getVariable(name));
  }

  public void set(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }
}

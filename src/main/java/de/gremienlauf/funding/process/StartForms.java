package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Takes what was entered in a start form off the process before it is stored there. */
final class StartForms {

  private StartForms() {
  }

  /** The fields of the form; anything else is refused. */
  static FormData take(DelegateExecution execution, Set<String> fields) {
    Set<String> unknown = new TreeSet<>(execution.getVariableNames());
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw new BusinessException("Das Startformular kennt die Angabe „" + unknown.iterator().next() + "“ nicht.");
    }
    FormData form = new FormData(execution.getVariables());
    execution.removeVariables(fields);
    return form;
  }

  /** Refuses anything beside what the application itself hands over. */
  static void onlyIds(DelegateExecution execution, int count) {
    if (execution.getVariableNames().size() > count) {
      throw new BusinessException("Ein begonnener Vorgang nimmt keine weiteren Angaben an.");
    }
  }
}

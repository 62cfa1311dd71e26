package de.gremienlauf.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Gives who shows a form its {@link FormFields} as the variables that the form expects. */
class FormFieldsService extends FormServiceImpl {

  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return getTaskFormVariables(taskId, null, true);
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
    VariableMap variables = super.getTaskFormVariables(taskId, names == null ? null : withFields(names), deserialize);
    Map<String, Object> fields = FormFields.parse(variables.<TypedValue>getValueTyped(FormFields.VARIABLE));
    variables.remove(FormFields.VARIABLE);
    fields.forEach((name, value) -> {
      if (!variables.containsKey(name) && (names == null || names.contains(name))) {
        variables.put(name, FormFields.variableValue(value));
      }
    });
    return variables;
  }

  private static List<String> withFields(Collection<String> names) {
    List<String> more = new ArrayList<>(names);
    more.add(FormFields.VARIABLE);
    return more;
  }
}

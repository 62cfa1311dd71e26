package de.gremienlauf.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Connects a user task's form with one operation of a service. When the task is created, every field of the form
 * becomes a variable of that task alone; when it is completed, what was entered is checked and stored, and the
 * variables are gone with the task. Bound to the {@code create} and {@code complete} events of its task in the model,
 * and to {@code assignment} where the defaults depend on who fills it in.
 */
public abstract class FormHandler implements TaskListener {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The engine's limit for a text variable; longer defaults travel as JSON. */
  private static final int TEXT_VARIABLE = 4000;

  /** All fields of the form with their defaults; null for an empty field. */
  protected abstract Map<String, Object> defaults(DelegateTask task);

  /** Other defaults for who takes the task, by name of the field; none unless the model binds {@code assignment}. */
  protected Map<String, Object> proposals(DelegateTask task, String userId) {
    return Map.of();
  }

  /** Checks and stores what was entered. Throws {@link BusinessException} to refuse it: the task then stays open. */
  protected abstract void submit(DelegateTask task, FormData data);

  @Override
  public final void notify(DelegateTask task) {
    if (EVENTNAME_CREATE.equals(task.getEventName())) {
      fill(task, defaults(task));
    } else if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
      if (task.getAssignee() != null) {
        fill(task, proposals(task, task.getAssignee()));
      }
    } else {
      submit(task, new FormData(entered(task)));
    }
  }

  private static void fill(DelegateTask task, Map<String, Object> fields) {
    Map<String, Object> locals = new LinkedHashMap<>();
    fields.forEach((key, value) -> locals.put(key, variableValue(value)));
    task.setVariablesLocal(locals);
  }

  /** A task completed without its form leaves what was entered on the process: it is read and taken off again. */
  private static Map<String, Object> entered(DelegateTask task) {
    Map<String, Object> entered = new LinkedHashMap<>(task.getVariablesLocal());
    for (String field : List.copyOf(entered.keySet())) {
      if (task.getExecution().hasVariable(field)) {
        entered.put(field, task.getExecution().getVariable(field));
        task.getExecution().removeVariable(field);
      }
    }
    return entered;
  }

  /** A value as the browser would send it: lists and long texts travel as JSON. */
  protected static Object variableValue(Object value) {
    if (value instanceof String text && text.length() > TEXT_VARIABLE || value instanceof List<?>) {
      return SpinValues.jsonValue(json(value)).create();
    }
    return value == null ? Variables.untypedNullValue() : value;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A default that is no JSON: " + value, e);
    }
  }

  /** A text of a person, so that Markdown shows it as it is. */
  protected static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#+!|])", "\\\\$1");
  }

  /** A choice as the forms expect it. */
  protected static Map<String, String> choice(Object value, String label) {
    return Map.of("value", String.valueOf(value), "label", label);
  }
}

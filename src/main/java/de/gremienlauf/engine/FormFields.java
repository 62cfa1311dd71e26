package de.gremienlauf.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * The fields of an open task's form with what they show. They are one variable of that task alone, as JSON: thirty
 * fields would be thirty rows to write and to remove again. Those that lists of tasks have as columns are variables of
 * their own as well.
 */
@Component
public class FormFields {

  /** The fields that lists of tasks show; the same in every form. */
  public static final List<String> LISTED =
      List.of("reference", "subject", "organization", "meetingDate", "projectNumber", "projectName");

  /** The variable that holds the fields. */
  static final String VARIABLE = "formFields";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader FIELDS = JSON.readerFor(new TypeReference<LinkedHashMap<String, Object>>() { });

  /** The engine's limit for a text variable; what is longer travels as JSON. */
  private static final int TEXT_VARIABLE = 4000;

  private final TaskService tasks;

  FormFields(TaskService tasks) {
    this.tasks = tasks;
  }

  /** The fields of an open task by their names; null for an empty one. */
  public Map<String, Object> of(String taskId) {
    return read(tasks.getVariablesLocal(taskId));
  }

  /** Lets some fields of an open task show something else. */
  public void change(String taskId, Map<String, Object> changed) {
    tasks.setVariablesLocal(taskId, changed(tasks.getVariablesLocal(taskId), changed));
  }

  /** The fields that the variables of a task stand for; a variable of a field's own counts more. */
  static Map<String, Object> read(Map<String, Object> locals) {
    Map<String, Object> fields = new LinkedHashMap<>(parse(locals.get(VARIABLE)));
    fields.putAll(locals);
    fields.remove(VARIABLE);
    return fields;
  }

  /** The variables of a task after some of its fields have changed. */
  static Map<String, Object> changed(Map<String, Object> locals, Map<String, Object> changed) {
    Map<String, Object> fields = new LinkedHashMap<>(parse(locals.get(VARIABLE)));
    fields.putAll(changed);
    Map<String, Object> variables = new LinkedHashMap<>();
    String all = json(fields);
    variables.put(VARIABLE, all.length() > TEXT_VARIABLE ? SpinValues.jsonValue(all).create() : all);
    changed.forEach((name, value) -> {
      if (locals.containsKey(name) || LISTED.contains(name) && value != null) {
        variables.put(name, variableValue(value));
      }
    });
    return variables;
  }

  /** The fields in what the variable holds; none if there is no such variable. */
  private static Map<String, Object> parse(Object variable) {
    String text = variable instanceof SpinJsonNode node ? node.toString() : (String) variable;
    try {
      return text == null ? Map.of() : FIELDS.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The fields of a form are no JSON: " + text, e);
    }
  }

  /** The same, whether the value is read from its JSON already or not. */
  static Map<String, Object> parse(TypedValue variable) {
    return parse(variable instanceof SerializableValue json ? json.getValueSerialized()
        : variable == null ? null : variable.getValue());
  }

  /** A value as the browser would send it: lists and long texts travel as JSON. */
  static Object variableValue(Object value) {
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
}

package de.gremienlauf.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Connects a user task's form with one operation of a service. When the task is created, its form gets its
 * {@link FormFields}; when it is completed, what was entered is checked and stored, and the fields are gone with the
 * task. Bound to the {@code create} and {@code complete} events of its task in the model,
 * and to {@code assignment} where the defaults depend on who fills it in.
 */
public abstract class FormHandler implements TaskListener {

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
      task.setVariablesLocal(FormFields.changed(Map.of(), defaults(task)));
    } else if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
      if (task.getAssignee() != null) {
        task.setVariablesLocal(FormFields.changed(task.getVariablesLocal(), proposals(task, task.getAssignee())));
      }
    } else {
      submit(task, new FormData(entered(task)));
    }
  }

  /** What was entered lies on the process until here: it is read and taken off again, before anybody could see it. */
  private static Map<String, Object> entered(DelegateTask task) {
    Map<String, Object> locals = task.getVariablesLocal();
    if (locals.isEmpty()) {
      throw new OptimisticLockingFailureException("Task " + task.getId() + " was completed by somebody else after it"
          + " was found: its fields are gone");
    }
    Map<String, Object> entered = FormFields.read(locals);
    Set<String> onProcess = task.getExecution().getVariableNames();
    for (String field : List.copyOf(entered.keySet())) {
      if (onProcess.contains(field)) {
        entered.put(field, task.getExecution().getVariable(field));
        task.getExecution().removeVariable(field);
      }
    }
    return entered;
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

package de.gremienlauf.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** What the engine's own history tells of a process instance. */
@Component
public class RunHistory {

  private final HistoryService history;

  RunHistory(HistoryService history) {
    this.history = history;
  }

  /**
   * A task that somebody completed.
   *
   * @param day the day in Europe/Berlin on which it was completed
   */
  public record CompletedTask(String id, LocalDate day) {
  }

  /** The last completed task of a kind in a process instance. */
  public Optional<CompletedTask> lastCompleted(String processInstanceId, String taskKey) {
    return history.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId).taskDefinitionKey(taskKey)
        .finished().orderByHistoricTaskInstanceEndTime().desc().list().stream()
        .filter(task -> task.getDeleteReason() == null
            || "completed".equals(task.getDeleteReason()))
        .findFirst()
        .map(task -> new CompletedTask(task.getId(), EngineClock.dayOf(task.getEndTime())));
  }

  /** The last value of a declared process variable as text; null if it was never set. */
  public String variable(String processInstanceId, String name) {
    HistoricVariableInstance variable = history.createHistoricVariableInstanceQuery()
        .processInstanceId(processInstanceId).variableName(name).singleResult();
    return variable == null || variable.getValue() == null ? null : String.valueOf(variable.getValue());
  }

  /**
   * An activity that a process instance has passed or stands at.
   *
   * @param process the key of its model
   * @param name as people read it; null if it has none
   * @param day the day in Europe/Berlin on which it was reached
   */
  public record PassedActivity(String id, String process, String activity, String name, LocalDate day) {
  }

  /** The process instances, over or not, that have or had this variable. */
  public List<String> instancesWith(String variable, Object value) {
    return history.createHistoricProcessInstanceQuery().variableValueEquals(variable, value).list().stream()
        .map(HistoricProcessInstance::getId).toList();
  }

  /** What these process instances and all that they called have passed, in order. */
  public List<PassedActivity> passed(Collection<String> processInstanceIds) {
    List<String> instances = new ArrayList<>(new LinkedHashSet<>(processInstanceIds));
    for (int i = 0; i < instances.size(); i++) {
      history.createHistoricProcessInstanceQuery().superProcessInstanceId(instances.get(i)).list().stream()
          .map(HistoricProcessInstance::getId).filter(called -> !instances.contains(called)).forEach(instances::add);
    }
    return instances.stream()
        .flatMap(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance)
            .orderByHistoricActivityInstanceStartTime().asc().list().stream())
        .map(activity -> new PassedActivity(activity.getId(), activity.getProcessDefinitionKey(),
            activity.getActivityId(), activity.getActivityName(), EngineClock.dayOf(activity.getStartTime())))
        .toList();
  }
}

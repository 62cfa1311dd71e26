package de.gremienlauf.engine;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
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
}

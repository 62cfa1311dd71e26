package de.gremienlauf.audit.process;

import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.engine.Unrestricted;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;

/** Which tasks people completed for a paper or a project, as the engine's own history tells it. */
@Component
public class CompletedTasks {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final HistoryService history;
  private final RunHistory runs;
  private final Unrestricted unrestricted;

  CompletedTasks(HistoryService history, RunHistory runs, Unrestricted unrestricted) {
    this.history = history;
    this.runs = runs;
    this.unrestricted = unrestricted;
  }

  /**
   * A task that was completed.
   *
   * @param by who completed it; null for a job or a program
   */
  public record Completed(String id, String process, String name, String by, LocalDateTime at) {
  }

  /** Of the process instances with this variable and all that they called. */
  public List<Completed> of(String variable, Long id) {
    return unrestricted.call(() -> {
      List<String> instances = new ArrayList<>(new LinkedHashSet<>(runs.instancesWith(variable, id)));
      Set<String> known = new LinkedHashSet<>(instances);
      for (int i = 0; i < instances.size(); i++) {
        history.createHistoricProcessInstanceQuery().superProcessInstanceId(instances.get(i)).list().stream()
            .map(HistoricProcessInstance::getId).filter(known::add).forEach(instances::add);
      }
      return instances.stream().flatMap(instance -> history.createHistoricTaskInstanceQuery()
              .processInstanceId(instance).finished().list().stream())
          .filter(task -> task.getDeleteReason() == null || "completed".equals(task.getDeleteReason()))
          .map(this::completed).toList();
    });
  }

  private Completed completed(HistoricTaskInstance task) {
    String by = history.createUserOperationLogQuery().taskId(task.getId())
        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
        .map(UserOperationLogEntry::getUserId).findFirst().orElse(task.getAssignee());
    return new Completed(task.getId(), task.getProcessDefinitionKey(), task.getName(), by,
        LocalDateTime.ofInstant(task.getEndTime().toInstant(), BERLIN).truncatedTo(ChronoUnit.SECONDS));
  }
}

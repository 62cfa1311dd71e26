package de.gremienlauf.overview.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.overview.StepTimes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Where runs of a model wait now, and how long those that are over waited there. */
@Component
public class WaitingPlaces {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final StepTimes times;
  private final Clock clock;

  WaitingPlaces(RepositoryService repository, RuntimeService runtime, StepTimes times, Clock clock) {
    this.repository = repository;
    this.runtime = runtime;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A step at which something waits.
   *
   * @param waiting how many runs of the model, of whatever version, stand there now
   */
  public record Place(String activity, String name, long waiting, StepTimes.Times times) {
  }

  /** The steps of a model at which something waits. Unknown if the person may not see the model. */
  public List<Place> of(String processDefinitionId) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionId(processDefinitionId)
        .singleResult();
    if (definition == null) {
      throw BusinessException.unknown("Dieses Modell gibt es nicht.");
    }
    LocalDate today = LocalDate.now(clock);
    BpmnModelInstance model = repository.getBpmnModelInstance(processDefinitionId);
    return Stream.of(UserTask.class, ReceiveTask.class, IntermediateCatchEvent.class, CallActivity.class)
        .flatMap(type -> model.getModelElementsByType(type).stream()).map(FlowNode.class::cast)
        .filter(node -> node.getName() != null)
        .map(node -> new Place(node.getId(), node.getName().replaceAll("\\s+", " "),
            runtime.createExecutionQuery().processDefinitionKey(definition.getKey()).activityId(node.getId()).count(),
            times.of(definition.getKey(), node.getId(), today)))
        .toList();
  }
}

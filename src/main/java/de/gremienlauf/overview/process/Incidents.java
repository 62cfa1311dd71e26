package de.gremienlauf.overview.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What stands still because of a technical failure, in words for people who cannot mend it. */
@Component
public class Incidents {

  private static final int LIMIT = 50;

  private final RuntimeService runtime;
  private final RepositoryService repository;

  Incidents(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  /**
   * Something that stands still.
   *
   * @param about the number of the paper or project, as far as the process has one; else null
   */
  public record StandsStill(String processInstanceId, String process, String about, String step, Instant since,
      String sentence) {
  }

  /** The newest that the person may see in the engine. */
  public List<StandsStill> newest() {
    List<Incident> incidents = runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, LIMIT)
        .stream().filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId())
            && incident.getProcessInstanceId() != null).toList();
    if (incidents.isEmpty()) {
      return List.of();
    }
    Map<String, String> keys = new HashMap<>();
    runtime.createProcessInstanceQuery().processInstanceIds(incidents.stream().map(Incident::getProcessInstanceId)
            .collect(Collectors.toSet())).listPage(0, LIMIT)
        .forEach((ProcessInstance one) -> keys.put(one.getId(), one.getBusinessKey()));
    return incidents.stream().map(incident -> told(incident, keys.get(incident.getProcessInstanceId()))).toList();
  }

  private StandsStill told(Incident incident, String about) {
    String process = repository.getProcessDefinition(incident.getProcessDefinitionId()).getName();
    ModelElementInstance activity = repository.getBpmnModelInstance(incident.getProcessDefinitionId())
        .getModelElementById(Objects.requireNonNullElse(incident.getFailedActivityId(), incident.getActivityId()));
    String step = activity == null ? null : activity.getAttributeValue("name");
    String where = step == null ? "Ein Schritt" : "Der Schritt „" + step + "“";
    String sentence = where + (Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())
        ? " ist mehrmals gescheitert und wird nicht mehr von selbst versucht."
        : " kommt nicht weiter.") + " Die Administration kann ihn neu anstoßen.";
    return new StandsStill(incident.getProcessInstanceId(), process, about, step,
        incident.getIncidentTimestamp().toInstant(), sentence);
  }
}

package de.gremienlauf.overview.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.paper.PaperQueries;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Finds the paper that a process instance is about, for a person who may see the instance. */
@Component
public class InstancePapers {

  private static final String PAPER = "paperId";
  private static final String CONSULTATION = "consultationId";

  private final RuntimeService runtime;
  private final PaperQueries papers;
  private final Unrestricted unrestricted;

  InstancePapers(RuntimeService runtime, PaperQueries papers, Unrestricted unrestricted) {
    this.runtime = runtime;
    this.papers = papers;
    this.unrestricted = unrestricted;
  }

  /** The id of the paper. Unknown if the person may not see the instance, it has ended or is about something else. */
  public Long paperOf(String processInstanceId) {
    boolean visible = runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).count() > 0;
    Map<String, Object> ids = !visible ? Map.of() : unrestricted.call(
        () -> runtime.getVariables(processInstanceId, List.of(PAPER, CONSULTATION)));
    if (ids.get(PAPER) instanceof Long paperId) {
      return paperId;
    }
    if (ids.get(CONSULTATION) instanceof Long consultationId) {
      return papers.paperOf(consultationId);
    }
    throw BusinessException.unknown("Zu diesem Vorgang gehört keine Vorlage.");
  }
}

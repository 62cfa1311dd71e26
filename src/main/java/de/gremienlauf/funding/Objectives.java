package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The objectives of the projects (Zieldatei). */
@Service
@Transactional
public class Objectives {

  private final ObjectiveRepository objectives;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;

  Objectives(ObjectiveRepository objectives, FundedProjectRepository projects, ProjectHistory history) {
    this.objectives = objectives;
    this.projects = projects;
    this.history = history;
  }

  /** Adds an objective behind those that are there. Returns its id. */
  public Long add(Long projectId, NewObjective objective) {
    projects.lock(projectId);
    projects.required(projectId);
    if (objective.wording() == null) {
      throw new BusinessException("Bitte geben Sie den Wortlaut des Ziels an.");
    }
    int number = of(projectId).size() + 1;
    Objective added = objectives.save(new Objective(null, projectId, objective.noticeId(), objective.topicId(), number,
        objective.wording(), objective.measure(), objective.target(), null, ObjectiveState.OPEN));
    history.add(projectId, "Ziel " + number + ": " + objective.wording());
    return added.id();
  }

  /**
   * Notes how far an objective was reached.
   *
   * @param achieved what was reached, in words
   */
  public void reach(Long objectiveId, ObjectiveState state, String achieved) {
    Objective objective = objectives.findById(objectiveId)
        .orElseThrow(() -> BusinessException.unknown("Dieses Ziel gibt es nicht (mehr)."));
    if (state != ObjectiveState.OPEN && achieved == null) {
      throw new BusinessException("Bitte beschreiben Sie, was bei Ziel " + objective.objectiveNumber()
          + " erreicht wurde.");
    }
    objectives.save(objective.with(state, achieved));
    history.add(objective.projectId(), "Ziel " + objective.objectiveNumber() + " " + state.label()
        + (achieved == null ? "." : ": " + achieved));
  }

  /** The objectives of a project in their order. */
  @Transactional(readOnly = true)
  public List<Objective> of(Long projectId) {
    return objectives.findByProjectIdOrderByObjectiveNumber(projectId);
  }
}

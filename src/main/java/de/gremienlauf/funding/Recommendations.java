package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recommendations of the projects, tracked to whoever takes them up. */
@Service
@Transactional
public class Recommendations {

  private final RecommendationRepository recommendations;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;

  Recommendations(RecommendationRepository recommendations, FundedProjectRepository projects,
      ProjectHistory history) {
    this.recommendations = recommendations;
    this.projects = projects;
    this.history = history;
  }

  /**
   * Adds a recommendation. Returns its id.
   *
   * @param topicId the focus topic it comes from; null for none
   * @param addressee to whom it is made; null if to nobody in particular
   */
  public Long add(Long projectId, Long topicId, String wording, String addressee) {
    projects.lock(projectId);
    projects.required(projectId);
    if (wording == null) {
      throw new BusinessException("Bitte geben Sie den Wortlaut der Handlungsempfehlung an.");
    }
    int number = of(projectId).size() + 1;
    Recommendation added = recommendations.save(new Recommendation(null, projectId, topicId, number, wording,
        addressee, null, null, RecommendationState.OPEN));
    history.add(projectId, "Handlungsempfehlung " + number + ": " + wording);
    return added.id();
  }

  /** Notes who took a recommendation up. */
  public void takeUp(Long recommendationId, String unit, LocalDate day) {
    Recommendation open = open(recommendationId);
    if (unit == null) {
      throw new BusinessException("Bitte geben Sie an, wer die Handlungsempfehlung aufgreift.");
    }
    recommendations.save(open.takenUp(unit, day));
    history.add(open.projectId(), "Handlungsempfehlung " + open.recommendationNumber() + " aufgegriffen: " + unit
        + ".");
  }

  /** Notes that nobody will take a recommendation up. */
  public void drop(Long recommendationId, String reason) {
    Recommendation open = open(recommendationId);
    if (reason == null) {
      throw new BusinessException("Bitte begründen Sie, warum die Handlungsempfehlung nicht weiterverfolgt wird.");
    }
    recommendations.save(open.dropped());
    history.add(open.projectId(), "Handlungsempfehlung " + open.recommendationNumber() + " nicht weiterverfolgt: "
        + reason);
  }

  private Recommendation open(Long id) {
    Recommendation found = recommendations.findById(id)
        .orElseThrow(() -> BusinessException.unknown("Diese Handlungsempfehlung gibt es nicht (mehr)."));
    if (found.state() != RecommendationState.OPEN) {
      throw BusinessException.conflict("Die Handlungsempfehlung ist schon " + found.state().label() + ".");
    }
    return found;
  }

  /** The recommendations of a project in their order. */
  @Transactional(readOnly = true)
  public List<Recommendation> of(Long projectId) {
    return recommendations.findByProjectIdOrderByRecommendationNumber(projectId);
  }
}

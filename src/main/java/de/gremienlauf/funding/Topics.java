package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The focus topics of the projects and who goes on with them. */
@Service
@Transactional
public class Topics {

  private final FocusTopicRepository topics;
  private final TopicOutcomeRepository outcomes;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;

  Topics(FocusTopicRepository topics, TopicOutcomeRepository outcomes, FundedProjectRepository projects,
      ProjectHistory history) {
    this.topics = topics;
    this.outcomes = outcomes;
    this.projects = projects;
    this.history = history;
  }

  /**
   * Adds a topic behind those that are there. Returns its id.
   *
   * @param noticeId the notice that names it; null for none
   * @param description what is said of it in reports; null for nothing yet
   */
  public Long add(Long projectId, Long noticeId, String name, String description) {
    projects.required(projectId);
    requireName(name);
    int number = topics.findByProjectIdOrderByTopicNumber(projectId).stream()
        .mapToInt(FocusTopic::topicNumber).max().orElse(0) + 1;
    FocusTopic added = topics.save(new FocusTopic(null, 0, projectId, noticeId, number, name, description));
    history.add(projectId, "Schwerpunktthema " + number + " aufgenommen: " + name + ".");
    return added.id();
  }

  private static void requireName(String name) {
    if (name == null || name.isBlank()) {
      throw new BusinessException("Bitte benennen Sie das Schwerpunktthema.");
    }
  }

  /** Puts a topic in other words. */
  public void change(Long topicId, String name, String description) {
    requireName(name);
    FocusTopic topic = get(topicId);
    topics.save(topic.with(name, description));
    history.add(topic.projectId(), "Schwerpunktthema " + topic.topicNumber() + " geändert: " + name + ".");
  }

  /**
   * Notes what becomes of a topic. Returns the outcome's id.
   *
   * @param takenOverBy the unit that goes on with it; null only if it ended
   */
  public Long addOutcome(Long topicId, OutcomeKind kind, String takenOverBy, String description) {
    FocusTopic topic = get(topicId);
    if (kind == null) {
      throw new BusinessException("Bitte wählen Sie aus, was aus dem Schwerpunktthema wird.");
    }
    if (kind != OutcomeKind.ENDED && takenOverBy == null) {
      throw new BusinessException("Bitte geben Sie an, wer das Schwerpunktthema „" + topic.name() + "“ übernimmt.");
    }
    TopicOutcome added = outcomes.save(new TopicOutcome(null, topicId, kind, takenOverBy, description));
    history.add(topic.projectId(), "Verbleib von „" + topic.name() + "“: " + kind.label()
        + (takenOverBy == null ? "." : ", übernimmt " + takenOverBy + "."));
    return added.id();
  }

  @Transactional(readOnly = true)
  public FocusTopic get(Long topicId) {
    return topics.findById(topicId)
        .orElseThrow(() -> BusinessException.unknown("Dieses Schwerpunktthema gibt es nicht (mehr)."));
  }

  /** The topics of a project in their order. */
  @Transactional(readOnly = true)
  public List<FocusTopic> of(Long projectId) {
    return topics.findByProjectIdOrderByTopicNumber(projectId);
  }

  /** What became of a topic; empty as long as nothing is decided. */
  @Transactional(readOnly = true)
  public List<TopicOutcome> outcomes(Long topicId) {
    return outcomes.findByFocusTopicOrderById(topicId);
  }
}

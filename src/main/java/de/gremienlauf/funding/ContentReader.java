package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.funding.ProjectDetails.ConceptLine;
import de.gremienlauf.funding.ProjectDetails.DecisionLine;
import de.gremienlauf.funding.ProjectDetails.ObjectiveLine;
import de.gremienlauf.funding.ProjectDetails.OpenPointLine;
import de.gremienlauf.funding.ProjectDetails.OutcomeLine;
import de.gremienlauf.funding.ProjectDetails.RecommendationLine;
import de.gremienlauf.funding.ProjectDetails.TopicLine;
import de.gremienlauf.funding.ProjectDetails.VersionLine;
import de.gremienlauf.meeting.Agenda;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a project works on and what it achieves. */
@Component
class ContentReader {

  private final Topics topics;
  private final Recommendations recommendations;
  private final Objectives objectives;
  private final Concepts concepts;
  private final Council council;
  private final Agenda agenda;

  ContentReader(Topics topics, Recommendations recommendations, Objectives objectives, Concepts concepts,
      Council council, Agenda agenda) {
    this.topics = topics;
    this.recommendations = recommendations;
    this.objectives = objectives;
    this.concepts = concepts;
    this.council = council;
    this.agenda = agenda;
  }

  List<TopicLine> topics(Long projectId) {
    return topics.of(projectId).stream().map(topic -> new TopicLine(topic.id(), topic.noticeId(), topic.topicNumber(),
        topic.name(), topic.description(), topics.outcomes(topic.id()).stream().map(outcome -> new OutcomeLine(
            outcome.id(), outcome.kind().label(), outcome.takenOverBy(), outcome.description())).toList())).toList();
  }

  private Map<Long, String> topicNames(Long projectId) {
    return topics.of(projectId).stream().collect(Collectors.toMap(FocusTopic::id, FocusTopic::name));
  }

  List<RecommendationLine> recommendations(Long projectId) {
    Map<Long, String> names = topicNames(projectId);
    return recommendations.of(projectId).stream().map(one -> new RecommendationLine(one.id(),
        one.recommendationNumber(), names.get(one.topicId()), one.wording(), one.addressee(), one.takenUpBy(),
        one.takenUpOn(), one.state(), one.state().label())).toList();
  }

  List<ObjectiveLine> objectives(Long projectId) {
    Map<Long, String> names = topicNames(projectId);
    return objectives.of(projectId).stream().map(one -> new ObjectiveLine(one.id(), one.objectiveNumber(),
        names.get(one.topicId()), one.wording(), one.measure(), one.target(), one.achieved(), one.state(),
        one.state().label())).toList();
  }

  List<ConceptLine> concepts(Long projectId) {
    Map<Long, String> names = topicNames(projectId);
    return concepts.of(projectId).stream().map(concept -> new ConceptLine(concept.id(), concept.name(),
        concept.longName(), names.get(concept.topicId()),
        concepts.versions(concept.id()).stream().map(this::line).toList(),
        concepts.openPoints(concept.id()).stream().map(point -> new OpenPointLine(point.id(), point.point(),
            point.raisedOn(), point.settledOn(), point.settledBy())).toList())).toList();
  }

  private VersionLine line(ConceptVersion version) {
    return new VersionLine(version.versionNumber(), version.description(), version.decidedOn(),
        version.decidedAssumed(), concepts.decisions(version.id()).stream().map(decision -> new DecisionLine(
            council.get(decision.organizationId()).name(), decision.decidedOn(), decision.agendaItemId() == null ? null
                : agenda.details(decision.agendaItemId()).meetingId())).toList());
  }
}

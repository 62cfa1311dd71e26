package de.gremienlauf.funding.web;

import static de.gremienlauf.funding.web.ProjectInput.required;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.ObjectiveState;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.OutcomeKind;
import de.gremienlauf.funding.ProjectAccess;
import de.gremienlauf.funding.ProjectDetails;
import de.gremienlauf.funding.ProjectPart;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.Topics;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a project works on and what it achieves, as its page changes it. Each answer is the whole project. */
@RestController
@RequestMapping("/api/projects/{id}")
class ProjectContentController {

  private final ProjectAccess access;
  private final ProjectQueries queries;
  private final Topics topics;
  private final Objectives objectives;
  private final Recommendations recommendations;
  private final Concepts concepts;

  ProjectContentController(ProjectAccess access, ProjectQueries queries, Topics topics, Objectives objectives,
      Recommendations recommendations, Concepts concepts) {
    this.access = access;
    this.queries = queries;
    this.topics = topics;
    this.objectives = objectives;
    this.recommendations = recommendations;
    this.concepts = concepts;
  }

  @PostMapping("/topics")
  ProjectDetails addTopic(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    ProjectInput input = ProjectInput.of(body, "name", "description", "noticeId");
    topics.add(id, part(id, ProjectPart.NOTICE, input.id("noticeId", "Grundlage")),
        input.form().requiredText("name", "Thema"), input.form().reason("description", "Beschreibung"));
    return queries.details(id);
  }

  @PutMapping("/topics/{topicId}")
  ProjectDetails changeTopic(@PathVariable Long id, @PathVariable Long topicId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.TOPIC, topicId);
    FormData form = ProjectInput.of(body, "name", "description").form();
    topics.change(topicId, form.requiredText("name", "Thema"), form.reason("description", "Beschreibung"));
    return queries.details(id);
  }

  @PostMapping("/topics/{topicId}/outcomes")
  ProjectDetails addOutcome(@PathVariable Long id, @PathVariable Long topicId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.TOPIC, topicId);
    FormData form = ProjectInput.of(body, "kind", "takenOverBy", "description").form();
    topics.addOutcome(topicId, form.choice("kind", "Was daraus wird", OutcomeKind.class),
        form.text("takenOverBy", "Wer übernimmt"), form.reason("description", "Bemerkung"));
    return queries.details(id);
  }

  @PostMapping("/objectives")
  ProjectDetails addObjective(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    ProjectInput input = ProjectInput.of(body, "wording", "measure", "target", "topicId");
    objectives.add(id, new NewObjective(null, part(id, ProjectPart.TOPIC, input.id("topicId", "Thema")),
        input.form().reason("wording", "Ziel"), input.form().reason("measure", "Maßnahme"),
        input.form().text("target", "Zielwert")));
    return queries.details(id);
  }

  @PutMapping("/objectives/{objectiveId}")
  ProjectDetails reach(@PathVariable Long id, @PathVariable Long objectiveId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.OBJECTIVE, objectiveId);
    FormData form = ProjectInput.of(body, "state", "achieved").form();
    objectives.reach(objectiveId, required(form.choice("state", "Stand", ObjectiveState.class), "Stand"),
        form.reason("achieved", "Was erreicht wurde"));
    return queries.details(id);
  }

  @PostMapping("/recommendations")
  ProjectDetails addRecommendation(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    ProjectInput input = ProjectInput.of(body, "wording", "addressee", "topicId");
    recommendations.add(id, part(id, ProjectPart.TOPIC, input.id("topicId", "Thema")),
        input.form().reason("wording", "Wortlaut"), input.form().text("addressee", "An wen"));
    return queries.details(id);
  }

  @PostMapping("/recommendations/{recommendationId}/taken-up")
  ProjectDetails takeUp(@PathVariable Long id, @PathVariable Long recommendationId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.RECOMMENDATION, recommendationId);
    FormData form = ProjectInput.of(body, "unit", "day").form();
    recommendations.takeUp(recommendationId, form.text("unit", "Wer greift sie auf"), form.day("day", "Wann"));
    return queries.details(id);
  }

  @PostMapping("/recommendations/{recommendationId}/dropped")
  ProjectDetails drop(@PathVariable Long id, @PathVariable Long recommendationId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.RECOMMENDATION, recommendationId);
    recommendations.drop(recommendationId, ProjectInput.of(body, "reason").form().reason("reason", "Warum"));
    return queries.details(id);
  }

  @PostMapping("/concepts")
  ProjectDetails addConcept(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    ProjectInput input = ProjectInput.of(body, "name", "longName", "topicId");
    concepts.add(id, part(id, ProjectPart.TOPIC, input.id("topicId", "Thema")), input.form().text("name", "Name"),
        input.form().phrase("longName", "Ausgeschrieben"));
    return queries.details(id);
  }

  @PostMapping("/concepts/{conceptId}/versions")
  ProjectDetails addVersion(@PathVariable Long id, @PathVariable Long conceptId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.CONCEPT, conceptId);
    concepts.addVersion(conceptId, ProjectInput.of(body, "description").form()
        .reason("description", "Was diese Fassung ausmacht"), null);
    return queries.details(id);
  }

  @PostMapping("/concepts/{conceptId}/decisions")
  ProjectDetails decide(@PathVariable Long id, @PathVariable Long conceptId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.CONCEPT, conceptId);
    ProjectInput input = ProjectInput.of(body, "version", "organizationId", "day");
    concepts.decideElsewhere(conceptId, required(input.form().count("version", "Fassung"), "Fassung"),
        input.requiredId("organizationId", "Gremium"), input.form().day("day", "Beschlossen am"));
    return queries.details(id);
  }

  @PostMapping("/concepts/{conceptId}/points")
  ProjectDetails raise(@PathVariable Long id, @PathVariable Long conceptId,
      @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.CONCEPT, conceptId);
    FormData form = ProjectInput.of(body, "point", "day").form();
    concepts.raise(conceptId, form.text("point", "Was ist offen"), form.day("day", "Seit wann"));
    return queries.details(id);
  }

  @PostMapping("/points/{pointId}/settled")
  ProjectDetails settle(@PathVariable Long id, @PathVariable Long pointId, @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.OPEN_POINT, pointId);
    FormData form = ProjectInput.of(body, "how", "day").form();
    concepts.settle(pointId, form.reason("how", "Wie geklärt"), form.day("day", "Wann"));
    return queries.details(id);
  }

  private void write(Long projectId, ProjectPart part, Long partId) {
    access.requireWrite(projectId);
    queries.requirePart(projectId, part, partId);
  }

  /** The chosen part of the same project; null if none was chosen. */
  private Long part(Long projectId, ProjectPart part, Long partId) {
    if (partId != null) {
      queries.requirePart(projectId, part, partId);
    }
    return partId;
  }
}

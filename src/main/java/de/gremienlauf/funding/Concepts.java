package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The concepts of the projects: their versions, which bodies decided on them, and what about them is still open. */
@Service
@Transactional
public class Concepts {

  private final ConceptRepository concepts;
  private final ConceptVersionRepository versions;
  private final ConceptDecisionRepository decisions;
  private final OpenPointRepository points;
  private final FundedProjectRepository projects;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final DocumentStore store;
  private final Findings findings;
  private final ProjectHistory history;

  Concepts(ConceptRepository concepts, ConceptVersionRepository versions, ConceptDecisionRepository decisions,
      OpenPointRepository points, FundedProjectRepository projects, Council council, Meetings meetings, Agenda agenda,
      DocumentStore store, Findings findings, ProjectHistory history) {
    this.concepts = concepts;
    this.versions = versions;
    this.decisions = decisions;
    this.points = points;
    this.projects = projects;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.store = store;
    this.findings = findings;
    this.history = history;
  }

  /** Adds a concept; the parts as in {@link Concept}. Returns its id. */
  public Long add(Long projectId, Long topicId, String name, String longName) {
    projects.required(projectId);
    if (name == null) {
      throw new BusinessException("Bitte benennen Sie das Konzept.");
    }
    Concept added = concepts.save(new Concept(null, 0, projectId, topicId, name, longName));
    history.add(projectId, "Konzept angelegt: " + name + ".");
    return added.id();
  }

  /**
   * Adds a version behind those that are there. Returns its number.
   *
   * @param description what it brings, as in {@link ConceptVersion}; null for nothing
   * @param pdf its text; null if it is not kept here
   */
  public int addVersion(Long conceptId, String description, byte[] pdf) {
    Concept concept = get(conceptId);
    projects.lock(concept.projectId());
    int number = versions(conceptId).size() + 1;
    versions.save(new ConceptVersion(null, conceptId, number, description, null, false,
        pdf == null ? null : store.put(pdf, ProjectDocuments.PDF).hash()));
    history.add(concept.projectId(), "Konzept " + concept.name() + ", Fassung " + number
        + (description == null ? " angelegt." : ": " + description + "."));
    return number;
  }

  /**
   * Notes that a body decided on a version in an item of one of its meetings.
   *
   * @throws BusinessException if the item is none of that body's or the body has not dealt with it yet
   */
  public Long decide(Long conceptId, int versionNumber, Long organizationId, Long agendaItemId) {
    ItemDetails item = agenda.details(agendaItemId);
    Meeting meeting = meetings.get(item.meetingId());
    Organization body = council.get(organizationId);
    if (!meeting.bodies().contains(organizationId)) {
      throw new BusinessException("Der Tagesordnungspunkt gehört zu keiner Sitzung von " + body.name() + ".");
    }
    if (item.state() != AgendaItemState.CONCLUDED) {
      throw new BusinessException(body.name() + " hat den Tagesordnungspunkt am "
          + GermanDate.print(meeting.day()) + " noch nicht beraten.");
    }
    return decide(conceptId, versionNumber, body, agendaItemId, meeting.day());
  }

  /** Notes that a body decided in a meeting that is not known here; {@code day} is null if that is not known either. */
  public Long decideElsewhere(Long conceptId, int versionNumber, Long organizationId, LocalDate day) {
    return decide(conceptId, versionNumber, council.get(organizationId), null, day);
  }

  private Long decide(Long conceptId, int versionNumber, Organization body, Long agendaItemId, LocalDate day) {
    Concept concept = get(conceptId);
    ConceptVersion version = versions.findByConceptAndVersionNumber(conceptId, versionNumber).orElseThrow(
        () -> BusinessException.unknown("Die Fassung " + versionNumber + " des Konzepts gibt es nicht."));
    if (decisions(version.id()).stream().anyMatch(decision -> decision.organizationId().equals(body.id()))) {
      throw BusinessException.conflict(body.name() + " hat über diese Fassung schon entschieden.");
    }
    if (version.decidedOn() == null && day != null) {
      versions.save(version.decided(day));
    }
    ConceptDecision decided =
        decisions.save(new ConceptDecision(null, version.id(), body.id(), agendaItemId, day, false));
    history.add(concept.projectId(), "Konzept " + concept.name() + ", Fassung " + versionNumber + ": beschlossen von "
        + body.name() + (day == null ? "." : " am " + GermanDate.print(day) + "."));
    return decided.id();
  }

  /** Notes that the day of a decision is assumed, because nobody recorded it. */
  public void assumeDay(Long decisionId) {
    ConceptDecision decision = decisions.findById(decisionId)
        .orElseThrow(() -> BusinessException.unknown("Diesen Beschluss über das Konzept gibt es nicht."));
    decisions.save(decision.assumed());
    ConceptVersion version = versions.findById(decision.conceptVersion()).orElseThrow();
    if (decision.decidedOn() != null && decision.decidedOn().equals(version.decidedOn())) {
      versions.save(version.assumed());
    }
  }

  /** Notes what is not yet clear. Returns the id of the open point. */
  public Long raise(Long conceptId, String point, LocalDate day) {
    Concept concept = get(conceptId);
    if (point == null) {
      throw new BusinessException("Bitte beschreiben Sie den offenen Punkt.");
    }
    OpenPoint raised = points.save(new OpenPoint(null, conceptId, point, day, null, null));
    history.add(concept.projectId(), "Konzept " + concept.name() + ", offener Punkt: " + point + ".");
    return raised.id();
  }

  /** Notes what settled an open point. */
  public void settle(Long openPointId, String how, LocalDate day) {
    OpenPoint point = points.findById(openPointId)
        .orElseThrow(() -> BusinessException.unknown("Diesen offenen Punkt gibt es nicht (mehr)."));
    if (!point.open()) {
      throw BusinessException.conflict("Der offene Punkt ist schon geklärt.");
    }
    if (how == null) {
      throw new BusinessException("Bitte geben Sie an, wie der offene Punkt geklärt wurde.");
    }
    points.save(point.settled(how, day));
    Concept concept = get(point.concept());
    history.add(concept.projectId(), "Konzept " + concept.name() + ", geklärt: " + point.point() + ". " + how);
  }

  /** Asks for each concept with open points how they were settled; for the end of a project. */
  void checkOpenPoints(Long projectId) {
    for (Concept concept : of(projectId)) {
      List<String> open = openPoints(concept.id()).stream().filter(OpenPoint::open).map(OpenPoint::point).toList();
      if (!open.isEmpty()) {
        findings.raise(projectId, FindingCode.OPEN_POINTS, "Konzept " + concept.id(), "Das Projekt endet; beim Konzept "
            + concept.name() + " ist noch offen: " + open.stream().collect(Collectors.joining("; ")) + ".");
      }
    }
  }

  private Concept get(Long conceptId) {
    return concepts.findById(conceptId)
        .orElseThrow(() -> BusinessException.unknown("Dieses Konzept gibt es nicht (mehr)."));
  }

  /** The concepts of a project in the order in which they were added. */
  @Transactional(readOnly = true)
  public List<Concept> of(Long projectId) {
    return concepts.findByProjectIdOrderById(projectId);
  }

  /** The versions of a concept, the first one first. */
  @Transactional(readOnly = true)
  public List<ConceptVersion> versions(Long conceptId) {
    return versions.findByConceptOrderByVersionNumber(conceptId);
  }

  /** Who decided on a version. */
  @Transactional(readOnly = true)
  public List<ConceptDecision> decisions(Long versionId) {
    return decisions.findByConceptVersionOrderById(versionId);
  }

  /** What was or is open about a concept. */
  @Transactional(readOnly = true)
  public List<OpenPoint> openPoints(Long conceptId) {
    return points.findByConceptOrderById(conceptId);
  }
}

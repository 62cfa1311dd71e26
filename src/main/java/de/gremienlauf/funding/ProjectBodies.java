package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bodies of projects: a steering group, a working group. Their meetings are meetings like any other. */
@Service
@Transactional
public class ProjectBodies {

  private static final String CLASSIFICATION = "Projektgremium";

  private final ProjectBodyRepository bodies;
  private final FundedProjectRepository projects;
  private final Council council;
  private final ProjectHistory history;

  ProjectBodies(ProjectBodyRepository bodies, FundedProjectRepository projects, Council council,
      ProjectHistory history) {
    this.bodies = bodies;
    this.projects = projects;
    this.council = council;
    this.history = history;
  }

  /** Lets a body serve a project; it may serve others too. Nothing happens if it already does. */
  public void add(Long projectId, Long organizationId) {
    FundedProject project = projects.required(projectId);
    Organization body = council.get(organizationId);
    if (!body.projectBody() || !body.municipality().equals(project.municipality)) {
      throw new BusinessException(body.name() + " ist kein Projektgremium dieser Stadt.");
    }
    if (of(projectId).stream().noneMatch(known -> known.id().equals(organizationId))) {
      bodies.save(new ProjectBody(null, projectId, organizationId));
      history.add(projectId, "Projektgremium: " + body.name() + ".");
    }
  }

  /**
   * Lets the body of that name serve a project, and sets it up if the city has none of that name. Returns it.
   *
   * @param from the day on which a new body begins; null if that is not known
   */
  public Organization add(Long projectId, String name, LocalDate from) {
    FundedProject project = projects.required(projectId);
    if (name == null || name.isBlank()) {
      throw new BusinessException("Bitte geben Sie den Namen des Projektgremiums an.");
    }
    Organization body = council.find(project.municipality, name.strip())
        .orElseGet(() -> council.addProjectBody(project.municipality, name.strip(), CLASSIFICATION, from, null));
    add(projectId, body.id());
    return body;
  }

  /** Ends that a body serves a project; the body itself stays. */
  public void remove(Long projectId, Long organizationId) {
    bodies.findByProjectIdOrderById(projectId).stream().filter(body -> body.organizationId().equals(organizationId))
        .forEach(body -> {
          bodies.delete(body);
          history.add(projectId, council.get(organizationId).name() + " ist kein Gremium dieses Projekts mehr.");
        });
  }

  /** The bodies that serve a project, in the order in which they were added. */
  public List<Organization> of(Long projectId) {
    return bodies.findByProjectIdOrderById(projectId).stream().map(body -> council.get(body.organizationId()))
        .toList();
  }

  /** The ids of the projects that a body serves. */
  public List<Long> projectsOf(Long organizationId) {
    return bodies.findByOrganizationIdOrderById(organizationId).stream().map(ProjectBody::projectId).toList();
  }
}

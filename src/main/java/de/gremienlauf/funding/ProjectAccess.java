package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may read a funded project and who may change it: the office that runs it (all clerks if it has no group of its
 * own) and who watches over grants change it; the committee office, the head of an office, auditors and administrators
 * read it. To everybody else it does not exist. What the state of a project allows is a different question, which the services answer.
 */
@Component
public class ProjectAccess {

  private static final Set<String> READERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.MANAGERS,
      UserGroups.AUDITORS, UserGroups.ADMINISTRATORS);
  private static final Set<String> INSPECTORS = Set.of(UserGroups.AUDITORS, UserGroups.ADMINISTRATORS);

  private final FundedProjectRepository projects;
  private final Council council;
  private final CurrentUser user;

  ProjectAccess(FundedProjectRepository projects, Council council, CurrentUser user) {
    this.projects = projects;
    this.council = council;
    this.user = user;
  }

  /** Refuses a project that the person may not read as if it did not exist. */
  public void requireRead(Long projectId) {
    if (!mayRead(projectId)) {
      throw BusinessException.unknown("Dieses Förderprojekt gibt es nicht (mehr).");
    }
  }

  /** Refuses a project that the person may not read as if it did not exist, and one that the person may only read. */
  public void requireWrite(Long projectId) {
    requireRead(projectId);
    if (!mayWrite(projectId)) {
      throw BusinessException.forbidden();
    }
  }

  /** The audit export, which holds everything. */
  public void requireAudit(Long projectId) {
    requireRead(projectId);
    if (!mayAudit()) {
      throw BusinessException.forbidden();
    }
  }

  /** Whether the person may take the audit export of a project. */
  boolean mayAudit() {
    return any(INSPECTORS);
  }

  /** Whether the project exists for the person. */
  public boolean mayRead(Long projectId) {
    return mayRead(projects.required(projectId));
  }

  /** Those of several projects that exist for the person, asked for together. */
  public Set<Long> readable(Collection<Long> projectIds) {
    return any(READERS) ? Set.copyOf(projectIds) : projects.findAllById(projectIds).stream().filter(this::mayRead)
        .map(project -> project.id).collect(Collectors.toSet());
  }

  /** Whether the person may change the project. */
  public boolean mayWrite(Long projectId) {
    return mayWrite(projects.required(projectId));
  }

  /** The projects of the own municipality that the person may read, by number. */
  List<FundedProject> readable() {
    return projects.findByMunicipalityOrderByProjectNumber(council.ownMunicipality()).stream()
        .filter(this::mayRead).toList();
  }

  private boolean mayRead(FundedProject project) {
    return mayWrite(project) || any(READERS);
  }

  private boolean mayWrite(FundedProject project) {
    return any(Set.of(UserGroups.FUNDING_CONTROLLERS, council.find(project.municipality, project.leadOffice)
        .map(Organization::candidateGroup).orElse(UserGroups.CLERKS)));
  }

  private boolean any(Set<String> groups) {
    return user.id() != null && !Collections.disjoint(user.groups(), groups);
  }
}

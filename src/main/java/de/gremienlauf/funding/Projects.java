package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a funded project from its idea to the archive. */
@Service
@Transactional
public class Projects {

  public static final String PROCESS = "funded-project";
  private static final String PERIOD_CHANGED = "PeriodChanged";

  private final FundedProjectRepository projects;
  private final ProjectNumbers numbers;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  Projects(FundedProjectRepository projects, ProjectNumbers numbers, ProjectHistory history, ProcessMessages messages,
      CurrentUser user, Clock clock) {
    this.projects = projects;
    this.numbers = numbers;
    this.history = history;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /** Begins a project and starts its process. Returns the project's id. */
  public Long begin(NewProject begun) {
    Long projectId = create(begun);
    messages.startProcess(PROCESS, projects.required(projectId).projectNumber, Map.of("projectId", projectId));
    return projectId;
  }

  /** Stores a new project with its number. Returns its id. */
  public Long create(NewProject begun) {
    if (begun.plannedFrom() != null && begun.plannedUntil() != null
        && begun.plannedUntil().isBefore(begun.plannedFrom())) {
      throw new BusinessException("Das geplante Ende liegt vor dem geplanten Beginn.");
    }
    FundedProject project = new FundedProject();
    project.municipality = begun.municipality();
    project.projectNumber = begun.number() == null
        ? numbers.next(begun.municipality(), LocalDate.now(clock).getYear())
        : numbers.reserve(begun.municipality(), begun.number());
    project.name = begun.name();
    project.programme = begun.programme();
    project.idea = begun.idea();
    project.targetGroup = begun.targetGroup();
    project.leadOffice = begun.leadOffice();
    project.grantor = begun.grantor();
    project.plannedFrom = begun.plannedFrom();
    project.plannedUntil = begun.plannedUntil();
    project.createdAt = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    project.createdBy = user.id();
    project = projects.save(project);
    history.add(project.id, "Förderprojekt „" + project.name + "“ angelegt.");
    return project.id;
  }

  /** Binds a stored project to the process instance that runs it. */
  public void attachProcess(Long projectId, String processInstanceId) {
    FundedProject project = projects.required(projectId);
    if (project.processInstanceId != null) {
      throw new BusinessException("Für dieses Projekt läuft schon ein Vorgang.");
    }
    project.processInstanceId = processInstanceId;
    projects.save(project);
  }

  /** Wakes everything that waits for a day of the project: its periods are others now. */
  void periodChanged(Long projectId) {
    messages.sendToAll(PERIOD_CHANGED, "projectId", projectId);
  }
}

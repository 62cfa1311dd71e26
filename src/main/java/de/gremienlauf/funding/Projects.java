package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a funded project from its idea to the archive. */
@Service
@Transactional
public class Projects {

  public static final String PROCESS = "funded-project";
  private static final String PERIOD_CHANGED = "PeriodChanged";
  private static final String PROJECT_ABORTED = "ProjectAborted";

  private final FundedProjectRepository projects;
  private final ProjectNumbers numbers;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final ProjectOrder order;
  private final Duties duties;
  private final ApplicationEventPublisher events;
  private final Council council;
  private final ProjectAccess access;
  private final CurrentUser user;
  private final Clock clock;

  Projects(FundedProjectRepository projects, ProjectNumbers numbers, ProjectHistory history, ProcessMessages messages,
      ProjectOrder order, Duties duties, ApplicationEventPublisher events, Council council,
      ProjectAccess access, CurrentUser user, Clock clock) {
    this.projects = projects;
    this.numbers = numbers;
    this.history = history;
    this.messages = messages;
    this.order = order;
    this.duties = duties;
    this.events = events;
    this.council = council;
    this.access = access;
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

  /**
   * Keeps that the authority allows to begin before the grant (vorzeitiger Maßnahmenbeginn).
   *
   * @param day the day of the approval
   */
  public void approveEarlyStart(Long projectId, LocalDate day) {
    if (day == null) {
      throw new BusinessException("Bitte geben Sie an, wann der vorzeitige Maßnahmenbeginn genehmigt wurde.");
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag der Genehmigung liegt in der Zukunft.");
    }
    FundedProject project = locked(projectId);
    project.earlyStartApprovedOn = day;
    save(project, "Vorzeitiger Maßnahmenbeginn am " + GermanDate.print(day) + " genehmigt.");
    order.check(projectId);
  }

  /** The grant has arrived: the project runs. */
  public void grant(Long projectId) {
    move(projectId, ProjectState.RUNNING, "Projekt bewilligt.", ProjectState.PREPARED);
    order.check(projectId);
  }

  /** The authority has refused the grant. */
  public void refuse(Long projectId) {
    move(projectId, ProjectState.REFUSED, "Die Zuwendung wurde nicht bewilligt.", ProjectState.PREPARED);
  }

  /** The work has ended. */
  public void end(Long projectId, LocalDate day) {
    FundedProject project = move(projectId, ProjectState.ENDED, "Projekt am " + GermanDate.print(day) + " beendet.",
        ProjectState.RUNNING);
    project.endedOn = day;
    projects.save(project);
  }

  /** The end was moved after the project had ended: it runs again. */
  public void resume(Long projectId) {
    FundedProject project = move(projectId, ProjectState.RUNNING, "Projekt verlängert; es läuft weiter.",
        ProjectState.ENDED);
    project.endedOn = null;
    projects.save(project);
  }

  /** The proof of use is audited. */
  public void prove(Long projectId) {
    move(projectId, ProjectState.PROVEN, "Verwendung nachgewiesen und geprüft.", ProjectState.ENDED);
  }

  /**
   * Keeps how long the file has to be kept.
   *
   * @param until the last day
   * @param explained how it is computed
   */
  public void retain(Long projectId, LocalDate until, String explained) {
    FundedProject project = locked(projectId);
    project.retentionUntil = until;
    project.retentionExplained = explained;
    save(project, "Unterlagen aufzubewahren bis " + GermanDate.print(until) + ".");
  }

  /**
   * How long the file has to be kept.
   *
   * @param until the last day; null if nothing is laid down
   */
  public record Retention(LocalDate until, String explained) {
  }

  public Retention retention(Long projectId) {
    FundedProject project = projects.required(projectId);
    return new Retention(project.retentionUntil, project.retentionExplained);
  }

  /** The file is closed. */
  public void archive(Long projectId, LocalDate day) {
    FundedProject project = locked(projectId);
    if (project.retentionUntil != null && !day.isAfter(project.retentionUntil)) {
      throw new BusinessException("Die Unterlagen sind bis " + GermanDate.print(project.retentionUntil)
          + " aufzubewahren.");
    }
    project.archivedOn = day;
    projects.save(project);
    move(projectId, ProjectState.ARCHIVED, "Projektakte archiviert.", ProjectState.PROVEN);
  }

  /**
   * Stops a project that is not to go on. Its papers that are still under way are withdrawn, its tasks end; what has
   * been granted must be told to the authority.
   */
  public void abort(Long projectId, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BusinessException("Bitte geben Sie an, warum das Projekt abgebrochen wird.");
    }
    FundedProject project = locked(projectId);
    if (project.state != ProjectState.PREPARED && project.state != ProjectState.RUNNING
        || !messages.isRunning(project.processInstanceId)) {
      throw new BusinessException("Das Projekt ist " + project.state.label()
          + " und lässt sich nicht mehr abbrechen.");
    }
    boolean granted = project.state == ProjectState.RUNNING;
    project.endReason = reason;
    save(project, "Projekt abgebrochen: " + reason);
    events.publishEvent(new ProjectStopped(projectId, reason));
    messages.send(PROJECT_ABORTED, project.processInstanceId, Map.of());
    if (granted) {
      duties.arise(projectId, DutyKind.PURPOSE_UNREACHABLE, null, "Das Projekt wird nicht fortgeführt: " + reason);
    }
  }

  /** Marks a project as aborted. */
  public void closeAborted(Long projectId) {
    FundedProject project = locked(projectId);
    project.state = ProjectState.ABORTED;
    project.endedOn = LocalDate.now(clock);
    projects.save(project);
  }

  private FundedProject move(Long projectId, ProjectState to, String sentence, ProjectState from) {
    FundedProject project = locked(projectId);
    if (project.state != from) {
      throw BusinessException.conflict("Das Projekt ist " + project.state.label() + ", nicht " + from.label() + ".");
    }
    project.state = to;
    return save(project, sentence);
  }

  private FundedProject locked(Long projectId) {
    projects.lock(projectId);
    return projects.required(projectId);
  }

  private FundedProject save(FundedProject project, String sentence) {
    FundedProject saved = projects.save(project);
    history.add(project.id, sentence);
    return saved;
  }

  /** The id of the process instance that runs the project, or ran it; null if none does. */
  public String process(Long projectId) {
    return projects.required(projectId).processInstanceId;
  }

  /** The project with that number; refused with one sentence if there is none. */
  public Long byNumber(String municipality, String number) {
    return projects.findByMunicipalityAndProjectNumber(municipality, number).map(project -> project.id)
        .orElseThrow(() -> unknown(number));
  }

  private static BusinessException unknown(String number) {
    return new BusinessException("Ein Förderprojekt mit der Nummer „" + number + "“ gibt es nicht.");
  }

  /** Wakes everything that waits for a day of the project: its periods are others now. */
  void periodChanged(Long projectId) {
    messages.sendToAll(PERIOD_CHANGED, "projectId", projectId);
  }

  /** What forms and pages begin with. */
  public ProjectHead head(Long projectId) {
    FundedProject project = projects.required(projectId);
    return new ProjectHead(project.id, project.municipality, project.projectNumber, project.name, project.programme,
        project.leadOffice, project.grantor, project.state, project.plannedFrom, project.plannedUntil,
        project.earlyStartApprovedOn, project.endedOn);
  }

  /**
   * The project of this city with a number, to begin something about it. Whoever may not read it is refused as if there
   * was none with that number, so that numbers cannot be tried out; whoever may only read it is told so.
   */
  public Long toChange(String number) {
    Long projectId = byNumber(council.ownMunicipality(), number);
    if (user.id() != null) {
      if (!access.mayRead(projectId)) {
        throw unknown(number);
      }
      access.requireWrite(projectId);
    }
    return projectId;
  }

  /** The office that runs the project, if it is one of the municipality's. */
  public Optional<Organization> leadOffice(Long projectId) {
    FundedProject project = projects.required(projectId);
    return council.find(project.municipality, project.leadOffice);
  }
}

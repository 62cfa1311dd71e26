package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.funding.ProjectDetails.DocumentLine;
import de.gremienlauf.funding.ProjectDetails.Event;
import de.gremienlauf.funding.ProjectDetails.FindingLine;
import de.gremienlauf.funding.ProjectDetails.Head;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads funded projects for pages, as far as the person may know of them. */
@Service
@Transactional(readOnly = true)
public class ProjectQueries {

  private final FundedProjectRepository projects;
  private final FindingRepository findings;
  private final ProjectHistory history;
  private final ProjectDocuments documents;
  private final ProjectAccess access;
  private final ProjectDeadlines deadlines;
  private final GrantReader grants;
  private final ContentReader contents;
  private final ParticipationReader participation;
  private final ReportReader reports;
  private final Notices notices;
  private final UserNames names;
  private final JdbcClient jdbc;
  private final Clock clock;

  ProjectQueries(FundedProjectRepository projects, FindingRepository findings, ProjectHistory history,
      ProjectDocuments documents, ProjectAccess access, ProjectDeadlines deadlines, GrantReader grants,
      ContentReader contents, ParticipationReader participation, ReportReader reports, Notices notices,
      UserNames names, JdbcClient jdbc, Clock clock) {
    this.projects = projects;
    this.findings = findings;
    this.history = history;
    this.documents = documents;
    this.access = access;
    this.deadlines = deadlines;
    this.grants = grants;
    this.contents = contents;
    this.participation = participation;
    this.reports = reports;
    this.notices = notices;
    this.names = names;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The projects whose number, name, programme or lead office contains the text, as far as the reader may see them. */
  public List<ProjectLine> list(String text) {
    String sought = text.strip().toLowerCase(Locale.GERMAN);
    return access.readable().stream()
        .filter(project -> Stream.of(project.projectNumber, project.name, project.programme, project.leadOffice)
            .anyMatch(part -> part.toLowerCase(Locale.GERMAN).contains(sought)))
        .map(this::line).toList();
  }

  private ProjectLine line(FundedProject project) {
    ProjectDeadline next = deadlines.of(project.id).stream()
        .filter(deadline -> deadline.duty() && deadline.state() == ProjectDeadline.State.AHEAD).findFirst()
        .orElse(null);
    return new ProjectLine(project.id, project.projectNumber, project.name, project.programme, project.leadOffice,
        project.state, project.state.label(), notices.period(project.id).approvalUntil(),
        next == null ? null : next.date(), next == null ? null : next.label(),
        (int) findings.findByProjectIdOrderById(project.id).stream().filter(finding -> finding.answer() == null)
            .count());
  }

  /** Everything about one project that the reader may see. */
  public ProjectDetails details(Long projectId) {
    FundedProject project = projects.required(projectId);
    return new ProjectDetails(head(project), notices.period(projectId), deadlines.of(projectId),
        grants.notices(projectId), grants.amendments(projectId), participation.papers(projectId),
        grants.applications(projectId), grants.financing(projectId), findings(projectId), grants.duties(projectId),
        contents.topics(projectId), contents.recommendations(projectId), contents.objectives(projectId),
        contents.concepts(projectId), participation.partners(projectId), participation.bodies(projectId),
        reports.reports(projectId), reports.finalReport(projectId), reports.proof(projectId), grants.calls(projectId),
        documents(projectId), participation.dates(projectId), participation.followUps(projectId), events(projectId),
        ProjectChoices.with(participation.otherBodies(project)), access.mayWrite(projectId), access.mayAudit());
  }

  private static Head head(FundedProject project) {
    return new Head(project.id, project.projectNumber, project.name, project.programme, project.idea,
        project.targetGroup, project.leadOffice, project.grantor, project.state, project.state.label(),
        project.plannedFrom, project.plannedUntil, project.earlyStartApprovedOn, project.endedOn, project.endReason,
        project.retentionUntil, project.archivedOn);
  }

  private List<FindingLine> findings(Long projectId) {
    return findings.findByProjectIdOrderById(projectId).stream()
        .sorted(Comparator.comparing(finding -> finding.answer() != null))
        .map(finding -> new FindingLine(finding.id(), finding.question(), finding.detail(), finding.raisedOn(),
            finding.answer(), finding.answeredOn(), names.of(finding.answeredBy()))).toList();
  }

  private List<DocumentLine> documents(Long projectId) {
    return documents.of(projectId).stream().map(document -> new DocumentLine(document.id(), document.kind().label(),
        document.name(), document.fileName(), document.createdOn(), documents.hasWord(document))).toList();
  }

  private List<Event> events(Long projectId) {
    Map<String, String> known = new HashMap<>();
    return history.of(projectId).stream().map(event -> new Event(event.happenedAt(), event.userId() == null ? null
        : known.computeIfAbsent(event.userId(), names::of), event.description())).toList();
  }

  /** Refuses what does not belong to the project as if it did not exist. */
  public void requirePart(Long projectId, ProjectPart part, Long partId) {
    if (jdbc.sql("select count(*) from " + part.rows() + " part where id = ? and project_id = ?")
        .params(partId, projectId).query(Integer.class).single() == 0) {
      throw BusinessException.unknown(part.missing());
    }
  }
}

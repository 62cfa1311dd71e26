package de.gremienlauf.funding.process;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProjectClosing;
import de.gremienlauf.funding.ProjectPapers;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ReportDetails;
import de.gremienlauf.funding.ReportState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the models of a funded project ask in expressions: groups, due dates and answers to their gateways. */
@Component
public class ProjectFlow {

  private final Projects projects;
  private final ProjectPapers papers;
  private final Notices notices;
  private final ProjectClosing closing;
  private final ProgressReports reports;
  private final FollowUps followUps;
  private final Clock clock;

  ProjectFlow(Projects projects, ProjectPapers papers, Notices notices, ProjectClosing closing,
      ProgressReports reports, FollowUps followUps, Clock clock) {
    this.projects = projects;
    this.papers = papers;
    this.notices = notices;
    this.closing = closing;
    this.reports = reports;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** The group that works for the lead office; all clerks if the office has none. */
  public String leadGroup(Long projectId) {
    return projects.leadOffice(projectId).map(Organization::candidateGroup).orElse(UserGroups.CLERKS);
  }

  /** Whether the paper is over; until the transaction ends it stays that way, so that its end is not missed. */
  public boolean paperOver(Long projectPaperId) {
    return papers.over(projectPaperId);
  }

  /** The reports that were planned before the project was granted. */
  public List<Long> plannedReports(Long projectId) {
    return reports.of(projectId).stream()
        .filter(report -> report.state() == ReportState.PLANNED && report.processInstanceId() == null)
        .map(ReportDetails::id).toList();
  }

  /** Whether there is money whose use has to be proven. */
  public boolean granted(Long projectId) {
    return notices.grant(projectId).isPresent();
  }

  /** The beginning of the day on which work on the final report begins, in Berlin. */
  public Date closingBegins(Long projectId) {
    return EngineClock.startOf(closing.begins(projectId).date());
  }

  /** The beginning of the first day after the approval period, in Berlin. */
  public Date periodEnds(Long projectId) {
    return EngineClock.startOf(closing.end(projectId).plusDays(1));
  }

  /** The beginning of the first day after the retention period, in Berlin; today if nothing is laid down. */
  public Date retentionEnds(Long projectId) {
    LocalDate until = projects.retention(projectId).until();
    return EngineClock.startOf(until == null ? LocalDate.now(clock) : until.plusDays(1));
  }

  /** Whether the gate is open; until the transaction ends no signature is missed. */
  public boolean allSigned(Long followUpId) {
    return followUps.gate(followUpId).open();
  }
}

package de.gremienlauf.funding;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches the order of resolution, application, notice and start. They really come in any order; where the order
 * matters, a person is asked. A measure must not begin before the grant unless the authority has allowed it
 * (VV Nr. 1.3 zu § 44 LHO NRW).
 */
@Service
@Transactional
public class ProjectOrder {

  static final String START = "Beginn";
  static final String APPLICATION = "Antrag";
  static final String NOTICE = "Bescheid";
  static final String RESOLUTION = "Beschluss";
  static final String FINAL_REPORT = "Abschlussbericht";
  private static final String GROUND = "Vor dem Bescheid darf nur begonnen werden, wenn der vorzeitige Maßnahmenbeginn"
      + " genehmigt ist (VV Nr. 1.3 zu § 44 LHO NRW).";

  private final FundedProjectRepository projects;
  private final ProjectPaperRepository papers;
  private final FundingApplicationRepository applications;
  private final FundingNoticeRepository notices;
  private final Findings findings;

  ProjectOrder(FundedProjectRepository projects, ProjectPaperRepository papers,
      FundingApplicationRepository applications, FundingNoticeRepository notices, Findings findings) {
    this.projects = projects;
    this.papers = papers;
    this.applications = applications;
    this.notices = notices;
    this.findings = findings;
  }

  /**
   * The days that are known of a project; null for what is not.
   *
   * @param notified the day from which the notice takes effect
   */
  private record Days(LocalDate start, LocalDate resolution, LocalDate application, LocalDate notice,
      LocalDate notified) {
  }

  /** Looks at the days that are known by now and asks where their order matters. To be called whenever one is known. */
  public void check(Long projectId) {
    FundedProject project = projects.required(projectId);
    if (project.endReason != null) {
      // What is given up needs no answer any more.
      return;
    }
    List<ProjectPaper> participation =
        papers.findByProjectIdAndPurposeOrderById(projectId, PaperPurpose.PARTICIPATION);
    FundingNotice grant = grant(projectId);
    Days days = new Days(project.plannedFrom == null && grant != null ? grant.executionFrom : project.plannedFrom,
        resolution(participation), application(projectId), grant == null ? null : grant.noticeDate,
        grant == null ? null : grant.deemedNotified);
    checkResolution(projectId, participation, days);
    checkStart(project, days);
    if (before(days.application, days.resolution)) {
      findings.raise(projectId, FindingCode.APPLICATION_BEFORE_RESOLUTION, APPLICATION, "Der Antrag vom "
          + GermanDate.print(days.application) + " wurde " + distance(days.application, days.resolution)
          + " vor dem Beschluss vom " + GermanDate.print(days.resolution) + " gestellt.");
    }
    if (before(days.notice, days.resolution)) {
      findings.raise(projectId, FindingCode.NOTICE_BEFORE_RESOLUTION, NOTICE, "Der Bescheid vom "
          + GermanDate.print(days.notice) + " erging " + distance(days.notice, days.resolution)
          + " vor dem Beschluss vom " + GermanDate.print(days.resolution) + ".");
    }
  }

  private void checkStart(FundedProject project, Days days) {
    String toResolution = before(days.start, days.resolution) ? distance(days.start, days.resolution)
        + " vor dem Beschluss vom " + GermanDate.print(days.resolution) : null;
    String toNotice = toNotice(days);
    String begins = "Der Beginn am " + GermanDate.print(days.start) + " liegt ";
    if (toResolution != null) {
      findings.raise(project.id, FindingCode.START_BEFORE_RESOLUTION, START, begins + toResolution + ".");
    }
    if (toResolution == null && toNotice == null) {
      return;
    }
    LocalDate approved = project.earlyStartApprovedOn;
    if (approved != null && !approved.isAfter(days.start)) {
      findings.settle(project.id, FindingCode.EARLY_START, START,
          "Der vorzeitige Maßnahmenbeginn wurde am " + GermanDate.print(approved) + " genehmigt.");
      return;
    }
    findings.raise(project.id, FindingCode.EARLY_START, START, begins
        + String.join(" und ", Stream.of(toResolution, toNotice).filter(Objects::nonNull).toList()) + ". " + GROUND
        + (approved == null ? "" : " Die Genehmigung zum vorzeitigen Maßnahmenbeginn vom "
            + GermanDate.print(approved) + " kam erst danach."));
  }

  private static String toNotice(Days days) {
    if (before(days.start, days.notice)) {
      return distance(days.start, days.notice) + " vor dem Bescheid vom " + GermanDate.print(days.notice);
    }
    return before(days.start, days.notified) ? distance(days.start, days.notified) + " vor der Bekanntgabe am "
        + GermanDate.print(days.notified) + " des Bescheids vom " + GermanDate.print(days.notice) : null;
  }

  private void checkResolution(Long projectId, List<ProjectPaper> participation, Days days) {
    if (days.resolution != null) {
      findings.settle(projectId, FindingCode.NO_RESOLUTION, RESOLUTION,
          "Beschluss vom " + GermanDate.print(days.resolution) + ".");
      return;
    }
    List<ProjectPaper> refused = participation.stream()
        .filter(paper -> paper.outcome() == PaperOutcome.REJECTED).toList();
    if (!refused.isEmpty()) {
      findings.raise(projectId, FindingCode.RESOLUTION_REFUSED, RESOLUTION, "Die Teilnahme am Programm wurde"
          + (refused.get(0).endedOn() == null ? "" : " am " + GermanDate.print(refused.get(0).endedOn()))
          + " abgelehnt.");
      return;
    }
    List<String> reasons = new ArrayList<>();
    participation.stream().filter(paper -> paper.outcome() != null).forEach(paper -> reasons.add(
        paper.need() == PaperNeed.NONE ? "Für die Teilnahme ist keine Vorlage vorgesehen (" + paper.ground() + ")."
            : "Die Vorlage über die Teilnahme endete ohne Beschluss (" + paper.outcome().label() + ")."));
    if (days.notice != null) {
      reasons.add("Zum Bescheid vom " + GermanDate.print(days.notice)
          + " liegt noch kein Beschluss über die Teilnahme vor.");
    }
    if (!reasons.isEmpty()) {
      findings.raise(projectId, FindingCode.NO_RESOLUTION, RESOLUTION, String.join(" ", reasons));
    }
  }

  /** The committees have heard the final report, on those first and last days, of a project that ends on a day. */
  void finalReportHeard(Long projectId, LocalDate first, LocalDate last, LocalDate end) {
    if (!before(end, last)) {
      return;
    }
    String when = first.equals(last) ? "am " + GermanDate.print(first)
        : "vom " + GermanDate.print(first) + " bis " + GermanDate.print(last);
    String late = first.equals(last) ? distance(end, last)
        : before(end, first) ? ChronoUnit.DAYS.between(end, first) + " bis " + distance(end, last)
            : "bis zu " + distance(end, last);
    findings.raise(projectId, FindingCode.FINAL_REPORT_AFTER_END, FINAL_REPORT, "Der Abschlussbericht wurde " + when
        + " beraten, " + late + " nach dem Projektende am " + GermanDate.print(end) + ".");
  }

  /**
   * The committees have agreed to an extension on a day: asks who pays in between if the approval period was over.
   *
   * @param amendmentId the change that they agreed to; null if there is none
   */
  void extensionResolved(Long projectId, Long amendmentId, LocalDate day) {
    LocalDate end = notices.findByProjectIdOrderByNoticeDateAscIdAsc(projectId).stream().filter(FundingNotice::inForce)
        .map(notice -> notice.approvalUntil).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    if (before(end, day)) {
      findings.raise(projectId, FindingCode.EXTENSION_GAP, amendmentId == null ? RESOLUTION : "Änderung " + amendmentId,
          "Die Verlängerung wurde am " + GermanDate.print(day) + " beschlossen, " + distance(end, day)
              + " nach dem Ende des Bewilligungszeitraums am " + GermanDate.print(end) + ".");
    }
  }

  private static LocalDate resolution(List<ProjectPaper> participation) {
    return participation.stream().filter(paper -> paper.outcome() == PaperOutcome.ACCEPTED)
        .map(ProjectPaper::endedOn).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
  }

  private LocalDate application(Long projectId) {
    return applications.findByProjectIdOrderById(projectId).stream()
        .filter(application -> application.amendmentId() == null)
        .map(FundingApplication::filedOn).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
  }

  /** The grant; amendments come later by nature. */
  private FundingNotice grant(Long projectId) {
    return notices.findByProjectIdOrderByNoticeDateAscIdAsc(projectId).stream()
        .filter(notice -> notice.kind == NoticeKind.GRANT && notice.inForce()).findFirst().orElse(null);
  }

  private static boolean before(LocalDate one, LocalDate other) {
    return one != null && other != null && one.isBefore(other);
  }

  private static String distance(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return days == 1 ? "1 Tag" : days + " Tage";
  }
}

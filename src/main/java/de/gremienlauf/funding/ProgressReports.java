package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The progress reports that notices and resolutions ask of the projects. */
@Service
@Transactional
public class ProgressReports {

  public static final String PROCESS = "progress-report";
  private static final String PERIOD_CHANGED = "PeriodChanged";

  private final ProgressReportRepository reports;
  private final FundedProjectRepository projects;
  private final FundingRules rules;
  private final Notices notices;
  private final Findings findings;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final Clock clock;

  ProgressReports(ProgressReportRepository reports, FundedProjectRepository projects, FundingRules rules,
      Notices notices, Findings findings, ProjectHistory history, ProcessMessages messages, Clock clock) {
    this.reports = reports;
    this.projects = projects;
    this.rules = rules;
    this.notices = notices;
    this.findings = findings;
    this.history = history;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Notes that a report is wanted. Its process begins with the project's, or with {@link #begin}.
   *
   * @return the id of the report
   */
  public Long plan(Long projectId, NewReport wanted) {
    projects.lock(projectId);
    if (wanted.title() == null) {
      throw new BusinessException("Bitte benennen Sie den Bericht.");
    }
    if (wanted.basis() == null) {
      throw new BusinessException("Bitte geben Sie an, ob Bescheid oder Beschluss den Bericht verlangt.");
    }
    projects.required(projectId);
    ProgressReport report = new ProgressReport();
    report.projectId = projectId;
    report.reportNumber = reports.findByProjectIdOrderByReportNumber(projectId).size() + 1;
    report.title = wanted.title();
    report.basis = wanted.basis();
    report.basisNote = wanted.basisNote();
    report.followsPeriod = wanted.dueOn() == null;
    report.dueOn = wanted.dueOn();
    compute(report);
    report = reports.save(report);
    history.add(projectId, "Bericht geplant: " + report.title + (report.dueOn == null ? "."
        : ", vorzulegen bis " + print(report.dueOn) + "."));
    return report.id;
  }

  /** Plans a report for a project that already runs and starts its process. Returns the id of the report. */
  public Long begin(Long projectId, NewReport wanted) {
    Long reportId = plan(projectId, wanted);
    messages.startProcess(PROCESS, projects.required(projectId).projectNumber,
        Map.of("projectId", projectId, "reportId", reportId));
    return reportId;
  }

  /** Binds a report to the process instance that runs it. */
  public void attachProcess(Long reportId, String processInstanceId) {
    ProgressReport report = reports.required(reportId);
    if (report.processInstanceId != null) {
      throw new BusinessException("Für diesen Bericht läuft schon ein Vorgang.");
    }
    report.processInstanceId = processInstanceId;
    reports.save(report);
  }

  /** Gives a report another day on which it is due, and wakes whatever waits for it. */
  public void move(Long reportId, LocalDate dueOn, String reason) {
    ProgressReport report = reports.required(reportId);
    if (report.state != ReportState.PLANNED) {
      throw BusinessException.conflict("Der Bericht ist schon vorgelegt.");
    }
    if (dueOn == null || reason == null) {
      throw new BusinessException("Bitte geben Sie den neuen Termin und den Grund an.");
    }
    report.followsPeriod = false;
    report.dueOn = dueOn;
    compute(report);
    reports.save(report);
    history.add(report.projectId, "Neuer Termin für „" + report.title + "“: " + print(dueOn) + " (" + reason + ").");
    messages.sendToAll(PERIOD_CHANGED, "reportId", reportId);
  }

  /** Computes anew when a report is due and when work on it begins. */
  public void schedule(Long reportId) {
    ProgressReport report = reports.required(reportId);
    if (report.state == ReportState.PLANNED) {
      compute(report);
      reports.save(report);
    }
  }

  private void compute(ProgressReport report) {
    if (report.followsPeriod) {
      report.dueOn = notices.period(report.projectId).approvalUntil();
      report.dueExplained = report.dueOn == null ? "Vorzulegen am Ende des Bewilligungszeitraums; es ist noch nicht"
          + " bekannt." : "Vorzulegen am Ende des Bewilligungszeitraums, " + printWithWeekday(report.dueOn) + ".";
    } else {
      report.dueExplained = "Vorzulegen bis " + printWithWeekday(report.dueOn) + " nach " + report.basis.label()
          + (report.basisNote == null ? "." : " (" + report.basisNote + ").");
    }
    report.beginOn = null;
    if (report.dueOn != null) {
      FundingRule lead = rules.rule(report.projectId, RuleKey.REPORT_LEAD_WEEKS);
      report.beginOn = report.dueOn.minusWeeks(lead.number());
      report.dueExplained += "\nDie Arbeit beginnt " + lead.number() + " Wochen vorher, "
          + printWithWeekday(report.beginOn) + " (" + lead.ground() + ").";
    }
  }

  /**
   * Keeps a report as it was written and submitted. Asks why, if it comes late.
   *
   * @throws BusinessException if it has no text, was submitted before or is to be submitted in the future
   */
  public void submit(Long reportId, WrittenReport written) {
    schedule(reportId);
    ProgressReport report = reports.required(reportId);
    LocalDate today = LocalDate.now(clock);
    if (report.state != ReportState.PLANNED) {
      throw BusinessException.conflict("Der Bericht ist schon vorgelegt.");
    }
    if (written.text() == null) {
      throw new BusinessException("Bitte schreiben Sie den Bericht.");
    }
    if (written.submittedOn() != null && written.submittedOn().isAfter(today)) {
      throw new BusinessException("Der Bericht kann nicht erst am " + print(written.submittedOn())
          + " vorgelegt worden sein.");
    }
    report.bodyText = written.text();
    report.announces = written.announces();
    report.committees = written.committees();
    report.submittedOn = Objects.requireNonNullElse(written.submittedOn(), today);
    report.submittedAssumed = written.submittedAssumed();
    report.state = ReportState.SUBMITTED;
    reports.save(report);
    history.add(report.projectId, "„" + report.title + "“ vorgelegt am " + print(report.submittedOn)
        + (report.submittedAssumed ? " (angenommen)" : "")
        + (report.announces == null ? "." : "; angekündigt: " + report.announces + "."));
    if (report.dueOn != null && report.submittedOn.isAfter(report.dueOn)) {
      findings.raise(report.projectId, FindingCode.REPORT_LATE, "Bericht " + reportId, "„" + report.title
          + "“ war bis " + printWithWeekday(report.dueOn) + " vorzulegen; vorgelegt wurde er am "
          + printWithWeekday(report.submittedOn) + ".");
    }
  }

  @Transactional(readOnly = true)
  public ReportDetails details(Long reportId) {
    return ReportDetails.of(reports.required(reportId));
  }

  /** The reports of a project in the order in which they were planned. */
  @Transactional(readOnly = true)
  public List<ReportDetails> of(Long projectId) {
    return reports.findByProjectIdOrderByReportNumber(projectId).stream().map(ReportDetails::of).toList();
  }
}

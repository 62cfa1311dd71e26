package de.gremienlauf.funding.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ReportDetails;
import de.gremienlauf.funding.ReportState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the models ask about progress reports: which are planned, when work begins, when they are due. */
@Component
public class ReportFlow {

  private static final int FAR_YEARS = 100;

  private final ProgressReports reports;
  private final Clock clock;

  ReportFlow(ProgressReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /** The planned reports of a project that no process runs yet. */
  public List<Long> planned(Long projectId) {
    return reports.of(projectId).stream()
        .filter(report -> report.state() == ReportState.PLANNED && report.processInstanceId() == null)
        .map(ReportDetails::id).toList();
  }

  /** The beginning of the day on which work begins; as long as it is not known, a day that never comes. */
  public Date begin(Long reportId) {
    LocalDate begin = reports.details(reportId).beginOn();
    return EngineClock.startOf(begin == null ? LocalDate.now(clock).plusYears(FAR_YEARS) : begin);
  }

  public boolean forCommittees(Long reportId) {
    return Boolean.TRUE.equals(reports.details(reportId).committees());
  }
}

package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A progress report as pages and forms show it. Absent values are null.
 *
 * @param followsPeriod whether it is due at the end of the approval period, whenever that is
 * @param dueExplained how the day it is due came about, a sentence in each line
 * @param beginOn the day on which work on it should begin
 * @param committees whether the committees get it; null before it is written
 */
public record ReportDetails(Long id, Long projectId, int number, String title, ReportBasis basis, String basisNote,
    boolean followsPeriod, LocalDate dueOn, String dueExplained, LocalDate beginOn, String text, String announces,
    Boolean committees, LocalDate submittedOn, boolean submittedAssumed, ReportState state,
    String processInstanceId) {

  static ReportDetails of(ProgressReport report) {
    return new ReportDetails(report.id, report.projectId, report.reportNumber, report.title, report.basis,
        report.basisNote, report.followsPeriod, report.dueOn, report.dueExplained, report.beginOn, report.bodyText,
        report.announces, report.committees, report.submittedOn, report.submittedAssumed, report.state,
        report.processInstanceId);
  }
}

package de.gremienlauf.tracking;

import java.time.LocalDate;
import java.util.List;

/**
 * A resolution with what it obliges to and what became of it. Absent values are null.
 *
 * @param points the numbers of its points, e.g. "1, 2"; null if it has none
 * @param condition under which reservation the body decided
 * @param enforceableFrom the first day on which it may be carried out
 * @param intervalMonths how often somebody has to report; null for never
 * @param publicDuty whether it stands in the public report
 * @param reason why the date was moved or there is nothing to do
 * @param overdue whether its date has passed
 */
public record Duty(Long id, Long paperId, String reference, String subject, Long bodyId, String body, LocalDate decidedOn,
    String points, String resolution, String condition, LocalDate enforceableFrom, String office, LocalDate dueOn,
    Integer intervalMonths, boolean publicDuty, DutyState state, String stateLabel, String reason, LocalDate doneOn,
    String evidence, List<Report> reports, boolean overdue) {

  /** A report on the way. */
  public record Report(LocalDate day, String by, String text) {
  }
}

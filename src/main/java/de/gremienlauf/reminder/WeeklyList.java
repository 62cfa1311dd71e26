package de.gremienlauf.reminder;

import de.gremienlauf.planning.DeadlineLine;
import java.time.LocalDate;
import java.util.List;

/**
 * Open and overdue tasks by office and by person, and the papers that may miss their meeting or their deadline.
 *
 * @param late every overdue task, the oldest first
 * @param deadlines that cannot be kept, or with little time left
 */
public record WeeklyList(LocalDate day, List<Count> offices, List<Count> people, List<Late> late,
    List<Risk> papersAtRisk, List<DeadlineLine> deadlines) {

  /**
   * How much somebody has to do.
   *
   * @param oldestDue the earliest due date of an open task; null if none is due
   */
  public record Count(String name, int open, int overdue, LocalDate oldestDue) {
  }

  /**
   * An overdue task. Absent values are null.
   *
   * @param steps which steps of the escalation were taken
   */
  public record Late(String taskId, String task, String about, String office, String person, LocalDate due,
      int overdueDays, String steps) {
  }

  /**
   * A paper that is not signed although its first meeting is near.
   *
   * @param submissionUntil the last day on which it can be handed in for that meeting
   */
  public record Risk(Long paperId, String reference, String leadOffice, String state, String body,
      LocalDate meetingDay, LocalDate submissionUntil) {
  }
}

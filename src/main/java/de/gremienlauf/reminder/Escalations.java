package de.gremienlauf.reminder;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which step the table {@code task-escalation} demands about an overdue task, and which were taken. */
@Service
public class Escalations {

  private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
  private static final String TABLE = "task-escalation";
  private static final String COLUMNS = "task_id, step, taken_on, overdue_days, told";
  private static final int AT_ONCE = 1000;

  private final DecisionTables tables;
  private final WorkingDays workingDays;
  private final JdbcClient jdbc;

  Escalations(DecisionTables tables, WorkingDays workingDays, JdbcClient jdbc) {
    this.tables = tables;
    this.workingDays = workingDays;
    this.jdbc = jdbc;
  }

  /** Working days after the day on which a task was due, today included; 0 as long as it is not overdue. */
  public int overdueDays(OpenWork task, LocalDate today) {
    return task.due() == null || !task.due().isBefore(today) ? 0
        : (int) task.due().plusDays(1).datesUntil(today.plusDays(1)).filter(workingDays::isWorkingDay).count();
  }

  /**
   * The step that is to be taken now. Only the last one that is reached: what was missed while nothing ran is not made up
   * for, and no step is taken twice or after a later one.
   */
  public Optional<EscalationStep> next(OpenWork task, LocalDate today, Collection<Escalation> taken) {
    int overdue = overdueDays(task, today);
    if (overdue == 0) {
      return Optional.empty();
    }
    EscalationStep step = step(task, overdue);
    boolean done = taken.stream().anyMatch(earlier -> earlier.step().compareTo(step) >= 0);
    return step == EscalationStep.NONE || done ? Optional.empty() : Optional.of(step);
  }

  private EscalationStep step(OpenWork task, int overdue) {
    Object step = tables.first(TABLE, Map.of("overdue", overdue, "task", task.key(),
        "group", task.groups().isEmpty() ? "" : task.groups().get(0))).get("step");
    try {
      return step == null ? EscalationStep.NONE : EscalationStep.valueOf(step.toString());
    } catch (IllegalArgumentException e) {
      LOG.warn("Decision table {} gives {} as step", TABLE, step);
      return EscalationStep.NONE;
    }
  }

  /** Remembers a step. */
  public void record(OpenWork task, EscalationStep step, LocalDate today, Collection<String> told) {
    String all = String.join(", ", told);
    jdbc.sql("insert into task_escalation (task_id, task_key, task_title, step, taken_on, overdue_days, told)"
            + " values (:id, :key, :title, :step, :day, :overdue, :told)")
        .param("id", task.taskId()).param("key", task.key()).param("title", cut(task.title()))
        .param("step", step.name()).param("day", today).param("overdue", overdueDays(task, today))
        .param("told", cut(all)).update();
  }

  private static String cut(String text) {
    return text.length() <= 2000 ? text : text.substring(0, 1999) + "…";
  }

  /** The steps that were taken about a task, the first one first. */
  public List<Escalation> of(String taskId) {
    return jdbc.sql("select " + COLUMNS + " from task_escalation where task_id = :id order by id").param("id", taskId)
        .query(RecordRows.of(Escalation.class)).list();
  }

  /** The steps that were taken about some tasks, by task, each the first one first. */
  public Map<String, List<Escalation>> byTask(List<String> taskIds) {
    return IntStream.iterate(0, from -> from < taskIds.size(), from -> from + AT_ONCE)
        .mapToObj(from -> taskIds.subList(from, Math.min(from + AT_ONCE, taskIds.size())))
        .flatMap(some -> jdbc.sql("select " + COLUMNS + " from task_escalation where task_id in (:ids) order by id")
            .param("ids", some).query(RecordRows.of(Escalation.class)).list().stream())
        .collect(Collectors.groupingBy(Escalation::taskId));
  }
}

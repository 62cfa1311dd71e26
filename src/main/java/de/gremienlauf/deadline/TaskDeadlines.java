package de.gremienlauf.deadline;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.RecordRows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the table says about each open task, kept beside it. */
@Service
public class TaskDeadlines {

  private static final String COLUMNS = "task_id, task_key, due_on, follow_up_on, explanation, ground";
  private static final int BATCH = 500;

  private final TaskPeriods periods;
  private final DecisionTables tables;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskDeadlines(TaskPeriods periods, DecisionTables tables, JdbcClient jdbc, Clock clock) {
    this.periods = periods;
    this.tables = tables;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What was computed for a task; empty if it is over or never had anything computed. */
  public Optional<TaskDeadline> find(String taskId) {
    return jdbc.sql("select " + COLUMNS + " from task_deadline where task_id = :id").param("id", taskId)
        .query(RecordRows.of(TaskDeadline.class)).optional();
  }

  /** Computes and keeps the days of a new task. */
  public TaskDeadline begin(String taskId, String taskKey, TaskCase about) {
    TaskDeadline computed = periods.of(taskId, taskKey, LocalDate.now(clock), about);
    insert(computed);
    return computed;
  }

  /**
   * Computes the days of an open task anew and keeps them if anything is different.
   *
   * @param begun the day on which the task came into being
   */
  public TaskDeadline renew(TaskDeadline known, String taskId, String taskKey, LocalDate begun, TaskCase about) {
    TaskDeadline computed = periods.of(taskId, taskKey, begun, about);
    if (known == null) {
      insert(computed);
    } else if (!computed.equals(known)) {
      jdbc.sql("update task_deadline set due_on = :due, follow_up_on = :followUp, explanation = :explanation,"
              + " ground = :ground, computed_at = :at where task_id = :id")
          .param("due", computed.dueOn()).param("followUp", computed.followUpOn())
          .param("explanation", cut(computed.explanation())).param("ground", cut(computed.ground()))
          .param("at", LocalDateTime.now(clock)).param("id", taskId).update();
    }
    return computed;
  }

  private void insert(TaskDeadline computed) {
    jdbc.sql("insert into task_deadline (" + COLUMNS + ", computed_at)"
            + " values (:id, :key, :due, :followUp, :explanation, :ground, :at)")
        .param("id", computed.taskId()).param("key", computed.taskKey()).param("due", computed.dueOn())
        .param("followUp", computed.followUpOn()).param("explanation", cut(computed.explanation()))
        .param("ground", cut(computed.ground())).param("at", LocalDateTime.now(clock)).update();
  }

  private static String cut(String text) {
    return text.length() <= 4000 ? text : text.substring(0, 3999) + "…";
  }

  /** Everything that is kept. */
  public List<TaskDeadline> all() {
    return jdbc.sql("select " + COLUMNS + " from task_deadline").query(RecordRows.of(TaskDeadline.class)).list();
  }

  /** Forgets tasks that are over. */
  public void forget(Collection<String> taskIds) {
    List<String> ids = List.copyOf(taskIds);
    for (int from = 0; from < ids.size(); from += BATCH) {
      jdbc.sql("delete from task_deadline where task_id in (:ids)")
          .param("ids", ids.subList(from, Math.min(from + BATCH, ids.size()))).update();
    }
  }

  /** Another one whenever the table that is deployed now is another. */
  public String tableVersion() {
    return tables.version(TaskPeriods.TABLE);
  }
}

package de.gremienlauf.substitution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tasks deputies see, took over and completed in the place of others. Kept for good: it is who acted for whom. */
@Service
@Transactional
public class DeputyTasks {

  private final DeputyTaskRepository tasks;
  private final AbsenceRepository absences;
  private final JdbcClient jdbc;
  private final Clock clock;

  DeputyTasks(DeputyTaskRepository tasks, AbsenceRepository absences, JdbcClient jdbc, Clock clock) {
    this.tasks = tasks;
    this.absences = absences;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What deputies did for others in a process instance, in that order. */
  @Transactional(readOnly = true)
  public List<DeputyTask> in(String processInstanceId) {
    return tasks.findByProcessInstanceIdOrderById(processInstanceId);
  }

  /** What deputies see now. */
  public List<DeputyTask> open() {
    return tasks.findByEndedAtIsNull();
  }

  /** Who sees a task in the place of somebody now. */
  public List<DeputyTask> open(String taskId) {
    return tasks.findOpen(taskId);
  }

  /** Whether nobody has looked yet today, or since the absences were changed, what they change. */
  @Transactional(readOnly = true)
  public boolean newDay() {
    return jdbc.sql("select count(*) from substitution_lock where aligned_on = ?").param(today()).query(Long.class)
        .single() == 0;
  }

  /** Lets everybody who aligns tasks with absences wait for each other, on all nodes. */
  public void begin() {
    absences.lock();
    jdbc.sql("update substitution_lock set aligned_on = ?").param(today()).update();
  }

  /** Lets the next look align them once more: a task that was just being created was not seen. */
  public void again() {
    jdbc.sql("update substitution_lock set aligned_on = null").update();
  }

  /** A deputy sees a task from now on. */
  public void grant(String taskId, String processInstanceId, String taskName, String deputy, String person,
      String assignee) {
    tasks.save(new DeputyTask(null, taskId, processInstanceId, taskName, deputy, person, assignee, now(), null, null,
        null));
  }

  public void claim(DeputyTask task) {
    tasks.save(task.claimed(now()));
  }

  public void unclaim(DeputyTask task) {
    tasks.save(task.claimed(null));
  }

  /**
   * A deputy sees a task no longer.
   *
   * @param byDeputy whether because the deputy has completed it
   */
  public void end(DeputyTask task, boolean byDeputy) {
    tasks.save(task.ended(now(), byDeputy));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}

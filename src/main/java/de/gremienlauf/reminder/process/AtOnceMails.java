package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Watch;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.OpenWork;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who want it at once of tasks that are new in their groups or were assigned to them by somebody else. It
 * looks back from time to time instead of listening: a run costs nothing for it, and what happened in the past, as in a
 * replay or the sample, is told to nobody.
 */
@Component
public class AtOnceMails implements Watch {

  private static final long OVERLAP = 120_000;

  private final TaskService tasks;
  private final HistoryService history;
  private final OpenWorkReader work;
  private final PersonalMail mail;
  private final JdbcClient jdbc;
  private final Clock clock;

  AtOnceMails(TaskService tasks, HistoryService history, OpenWorkReader work, PersonalMail mail, JdbcClient jdbc,
      Clock clock) {
    this.tasks = tasks;
    this.history = history;
    this.work = work;
    this.mail = mail;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mails at once";
  }

  /** Looks at what has happened since the last look; the first look only notes the time. */
  @Override
  @Transactional
  public void look() {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDateTime since = jdbc.sql("select seen_until from task_mail_seen where id = 1 for update")
        .query((row, number) -> row.getObject(1, LocalDateTime.class)).list().get(0);
    jdbc.sql("update task_mail_seen set seen_until = :now where id = 1").param("now", now).update();
    if (since == null || since.isAfter(now)) {
      return;
    }
    Date from = Date.from(since.atZone(EngineClock.BERLIN).toInstant());
    Map<String, Task> changed = new LinkedHashMap<>();
    // A transaction that was still running at the last look shows only now.
    tasks.createTaskQuery().taskCreatedAfter(new Date(from.getTime() - OVERLAP)).active().unlimitedList()
        .forEach(task -> changed.put(task.getId(), task));
    tasks.createTaskQuery().taskUpdatedAfter(new Date(from.getTime() - OVERLAP)).active().unlimitedList()
        .forEach(task -> changed.put(task.getId(), task));
    if (changed.isEmpty()) {
      return;
    }
    Map<String, PersonalMail.Recipient> recipients = mail.recipients();
    recipients.values().removeIf(recipient -> recipient.mode() != MailMode.AT_ONCE);
    if (recipients.isEmpty()) {
      return;
    }
    String batch = "at-once-" + now;
    Map<String, Set<String>> members = work.members();
    for (OpenWork task : work.of(changed.values())) {
      boolean created = !changed.get(task.taskId()).getCreateTime().before(new Date(from.getTime() - OVERLAP));
      List<String> users = new ArrayList<>();
      if (task.assignee() != null) {
        if (!tookItself(task)) {
          users.add(task.assignee());
        }
      } else if (created) {
        task.groups().forEach(group -> users.addAll(members.getOrDefault(group, Set.of())));
      }
      users.stream().distinct().filter(recipients::containsKey).filter(user -> firstTime(task.taskId(), user, now))
          .forEach(user -> mail.queue(batch, recipients.get(user), (task.assignee() == null ? "Neu in Ihrer Gruppe: "
              : "Neu für Sie: ") + task.title(), task.title() + (task.due() == null ? "" : "\nfällig am "
              + GermanDate.print(task.due())) + "\n\n" + mail.link(task)));
    }
    mail.send(batch);
  }

  private boolean tookItself(OpenWork task) {
    return history.createUserOperationLogQuery().taskId(task.taskId()).property("assignee").orderByTimestamp().desc()
        .listPage(0, 1).stream().map(UserOperationLogEntry::getUserId).anyMatch(task.assignee()::equals);
  }

  private boolean firstTime(String taskId, String user, LocalDateTime now) {
    if (jdbc.sql("select count(*) from task_mail where task_id = :task and user_id = :user").param("task", taskId)
        .param("user", user).query(Integer.class).single() > 0) {
      return false;
    }
    jdbc.sql("insert into task_mail (task_id, user_id, mailed_at) values (:task, :user, :now)").param("task", taskId)
        .param("user", user).param("now", now).update();
    return true;
  }
}

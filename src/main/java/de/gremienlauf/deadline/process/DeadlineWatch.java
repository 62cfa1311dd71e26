package de.gremienlauf.deadline.process;

import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.deadline.TaskDeadline;
import de.gremienlauf.deadline.TaskDeadlines;
import de.gremienlauf.deadline.TaskDueMoved;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Watch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets open tasks be due on other days when the table {@code task-periods} or the facts of their case are different:
 * after every deployment of the table, and once a day. What somebody set by hand stays.
 */
@Component
public class DeadlineWatch implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

  /** The field in which forms name the day. */
  private static final String DUE_TEXT = "dueText";

  private final TaskService tasks;
  private final FormFields fields;
  private final TaskDeadlines deadlines;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate each;
  private final Clock clock;
  private volatile String seen = "";

  DeadlineWatch(TaskService tasks, FormFields fields, TaskDeadlines deadlines,
      ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
    this.tasks = tasks;
    this.fields = fields;
    this.deadlines = deadlines;
    this.events = events;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "task periods";
  }

  /** Looks for another version of the table or another day since the last look; the first look always counts. */
  @Override
  public void look() {
    String now = deadlines.tableVersion() + " on " + LocalDate.now(clock);
    if (!now.equals(seen)) {
      renewAll();
      seen = now;
    }
  }

  private void renewAll() {
    // Read before the tasks: what is known by then and no open task is over.
    Map<String, TaskDeadline> known = new HashMap<>();
    deadlines.all().forEach(deadline -> known.put(deadline.taskId(), deadline));
    for (Task task : tasks.createTaskQuery().unlimitedList()) {
      TaskDeadline before = known.remove(task.getId());
      if (task.getExecutionId() != null) {
        try {
          each.executeWithoutResult(status -> renew(task, before));
        } catch (OptimisticLockingException e) {
          LOG.info("Task {} is being worked on; its days are computed anew tomorrow", task.getId());
        } catch (RuntimeException e) {
          // Somebody may have completed it meanwhile.
          if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
            LOG.error("The days of task {} ({}) cannot be computed", task.getId(), task.getTaskDefinitionKey(), e);
          }
        }
      }
    }
    deadlines.forget(known.keySet());
  }

  private void renew(Task task, TaskDeadline listed) {
    TaskDeadline before = listed != null ? listed : deadlines.find(task.getId()).orElse(null);
    TaskCase about = name -> tasks.getVariable(task.getId(), name) instanceof Long id ? id : null;
    TaskDeadline now = deadlines.renew(before, task.getId(), task.getTaskDefinitionKey(),
        EngineClock.dayOf(task.getCreateTime()), about);
    boolean dueByHand = before != null && !Objects.equals(EngineClock.dayOf(task.getDueDate()), before.dueOn());
    boolean followUpByHand = before != null
        && !Objects.equals(EngineClock.dayOf(task.getFollowUpDate()), before.followUpOn());
    boolean dueMoves = !dueByHand && !Objects.equals(EngineClock.dayOf(task.getDueDate()), now.dueOn());
    boolean followUpMoves = !followUpByHand
        && !Objects.equals(EngineClock.dayOf(task.getFollowUpDate()), now.followUpOn());
    if (dueMoves) {
      task.setDueDate(EngineClock.endOf(now.dueOn()));
    }
    if (followUpMoves) {
      task.setFollowUpDate(EngineClock.startOf(now.followUpOn()));
    }
    if (dueMoves || followUpMoves) {
      tasks.saveTask(task);
    }
    if (dueMoves && now.dueOn() != null) {
      if (fields.of(task.getId()).get(DUE_TEXT) != null) {
        fields.change(task.getId(), Map.of(DUE_TEXT, "Frist: " + GermanDate.print(now.dueOn())));
      }
      events.publishEvent(new TaskDueMoved(task.getTaskDefinitionKey(), about, now.dueOn()));
    }
  }
}

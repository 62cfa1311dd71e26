package de.gremienlauf.workplace.tasks;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.UserNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several tasks at once: to take them over, to give them to a colleague, to set their day. The engine says which tasks
 * a person sees and may work on; each task is a transaction of its own, so that of several each is done or untouched.
 */
@Service
class TaskLists {

  static final int AT_ONCE = 100;
  private static final int LIMIT = 500;
  private static final int REASON = 1000;
  private static final Set<String> SUPERIORS = Set.of(UserGroups.MANAGERS, UserGroups.ADMINISTRATORS);

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Unrestricted unrestricted;
  private final CurrentUser user;
  private final UserNames names;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TaskLists(TaskService tasks, RuntimeService runtime, IdentityService identity, AuthorizationService authorizations,
      Unrestricted unrestricted, CurrentUser user, UserNames names, PlatformTransactionManager transactions,
      Clock clock) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.authorizations = authorizations;
    this.unrestricted = unrestricted;
    this.user = user;
    this.names = names;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** A task in the list; absent values are null. */
  record Line(String id, String name, String number, String subject, String body, LocalDate due, boolean overdue,
      String assignee, boolean mine) {
  }

  /** @param maySetDue whether the person may set the day of tasks */
  record Listed(List<Line> tasks, boolean more, boolean maySetDue) {
  }

  /** What became of one task. */
  record Outcome(String id, String task, boolean done, String message) {
  }

  record Colleague(String id, String name) {
  }

  /** The open tasks that the person may see, the most urgent first. */
  Listed list() {
    List<Task> found = tasks.createTaskQuery().active().orderByDueDate().asc().orderByTaskId().asc()
        .listPage(0, LIMIT + 1);
    List<Task> shown = found.subList(0, Math.min(LIMIT, found.size()));
    Map<String, Map<String, String>> fields = fields(shown);
    Map<String, String> known = new HashMap<>();
    LocalDate today = LocalDate.now(clock);
    return new Listed(shown.stream()
        // Those without a day come last, whatever the database thinks of it.
        .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(task -> {
          Map<String, String> of = fields.getOrDefault(task.getId(), Map.of());
          LocalDate due = task.getDueDate() == null ? null : EngineClock.dayOf(task.getDueDate());
          return new Line(task.getId(), task.getName(), of.getOrDefault("reference", of.get("projectNumber")),
              of.getOrDefault("subject", of.get("projectName")), of.get("organization"), due,
              due != null && due.isBefore(today), task.getAssignee() == null ? null
                  : known.computeIfAbsent(task.getAssignee(), names::of),
              Objects.equals(task.getAssignee(), user.id()));
        }).toList(), found.size() > LIMIT, superior());
  }

  /** What the forms of these tasks show; the person may see the tasks, so they may see this of them. */
  private Map<String, Map<String, String>> fields(List<Task> shown) {
    if (shown.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, String>> fields = new HashMap<>();
    unrestricted.call(() -> runtime.createVariableInstanceQuery()
            .taskIdIn(shown.stream().map(Task::getId).toArray(String[]::new))
            .variableNameIn(FormFields.LISTED.toArray(String[]::new)).disableBinaryFetching().unlimitedList())
        .forEach(variable -> {
          if (variable.getValue() instanceof String text) {
            fields.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>()).put(variable.getName(), text);
          }
        });
    return fields;
  }

  /** Who could take all of these tasks: the people of the groups that each of them is for. */
  List<Colleague> colleagues(List<String> ids) {
    Set<String> common = null;
    for (String id : bounded(ids)) {
      Set<String> of = members(visible(id));
      if (common == null) {
        common = of;
      } else {
        common.retainAll(of);
      }
    }
    return common == null ? List.of() : common.stream().map(one -> new Colleague(one, names.of(one)))
        .sorted(Comparator.comparing(Colleague::name)).toList();
  }

  /** The person takes the tasks over. */
  List<Outcome> claim(List<String> ids) {
    return each(ids, task -> tasks.claim(task.getId(), user.id()), "übernommen");
  }

  /** Gives the tasks to somebody who belongs to a group that they are for. */
  List<Outcome> assign(List<String> ids, String colleague) {
    if (colleague == null || colleague.isBlank()) {
      throw new BusinessException("Bitte wählen Sie, wer die Aufgaben bekommen soll.");
    }
    return each(ids, task -> {
      requireHandOver(task);
      if (!members(task).contains(colleague)) {
        throw new BusinessException("Die gewählte Person gehört zu keiner Gruppe, für die diese Aufgabe ist.");
      }
      unrestricted.call(() -> {
        tasks.setAssignee(task.getId(), colleague);
        return null;
      });
    }, "übergeben");
  }

  /** Sets the day until which the tasks have to be done, and keeps why. */
  List<Outcome> due(List<String> ids, String day, String reason) {
    if (!superior()) {
      throw BusinessException.forbidden();
    }
    LocalDate due = GermanDate.parse(day == null ? "" : day, "Neue Frist");
    if (due == null || due.isBefore(LocalDate.now(clock))) {
      throw new BusinessException("Bitte geben Sie eine Frist an, die nicht in der Vergangenheit liegt.");
    }
    if (reason == null || reason.isBlank() || reason.length() > REASON) {
      throw new BusinessException("Bitte begründen Sie die neue Frist mit höchstens " + REASON + " Zeichen.");
    }
    return each(ids, task -> unrestricted.call(() -> {
      Task changed = tasks.createTaskQuery().taskId(task.getId()).singleResult();
      changed.setDueDate(EngineClock.endOf(due));
      tasks.saveTask(changed);
      tasks.createComment(task.getId(), task.getProcessInstanceId(),
          "Frist auf " + GermanDate.print(due) + " gesetzt: " + reason.strip());
      return null;
    }), "Frist gesetzt");
  }

  private List<Outcome> each(List<String> ids, Consumer<Task> action, String done) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String id : bounded(ids)) {
      String[] name = {null};
      try {
        transaction.executeWithoutResult(status -> {
          Task task = visible(id);
          name[0] = task.getName();
          action.accept(task);
        });
        outcomes.add(new Outcome(id, name[0], true, done));
      } catch (BusinessException e) {
        outcomes.add(new Outcome(id, name[0], false, e.getMessage()));
      } catch (TaskAlreadyClaimedException e) {
        outcomes.add(new Outcome(id, name[0], false, "Diese Aufgabe hat schon jemand anderes übernommen."));
      } catch (AuthorizationException e) {
        outcomes.add(new Outcome(id, name[0], false, BusinessException.forbidden().getMessage()));
      } catch (OptimisticLockingException e) {
        outcomes.add(new Outcome(id, name[0], false, "Diese Aufgabe wurde gerade von jemand anderem bearbeitet."));
      }
    }
    return outcomes;
  }

  private static List<String> bounded(List<String> ids) {
    List<String> distinct = ids == null ? List.of() : ids.stream().filter(Objects::nonNull).distinct().toList();
    if (distinct.isEmpty()) {
      throw new BusinessException("Bitte wählen Sie mindestens eine Aufgabe aus.");
    }
    if (distinct.size() > AT_ONCE) {
      throw new BusinessException("Bitte wählen Sie höchstens " + AT_ONCE + " Aufgaben auf einmal aus.");
    }
    return distinct;
  }

  private Task visible(String id) {
    Task task = tasks.createTaskQuery().taskId(id).singleResult();
    if (task == null) {
      throw BusinessException.unknown("Diese Aufgabe gibt es nicht (mehr).");
    }
    return task;
  }

  /** What nobody or the person holds may be given away by who may work on it; anything by a superior. */
  private void requireHandOver(Task task) {
    boolean free = task.getAssignee() == null || task.getAssignee().equals(user.id());
    if (!superior() && !(free && (mayInEngine(TaskPermissions.TASK_WORK, task)
        || mayInEngine(Permissions.UPDATE, task) || task.getAssignee() != null))) {
      throw BusinessException.forbidden();
    }
  }

  private boolean mayInEngine(Permission permission, Task task) {
    return authorizations.isUserAuthorized(user.id(), user.groups(), permission, Resources.TASK, task.getId());
  }

  private Set<String> members(Task task) {
    return unrestricted.call(() -> {
      Set<String> people = new HashSet<>();
      for (String group : tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
          .filter(Objects::nonNull).collect(Collectors.toSet())) {
        identity.createUserQuery().memberOfGroup(group).unlimitedList().forEach(member -> people.add(member.getId()));
      }
      return people;
    });
  }

  private boolean superior() {
    return !Collections.disjoint(user.groups(), SUPERIORS);
  }
}

package de.gremienlauf.substitution.process;

import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.engine.Watch;
import de.gremienlauf.substitution.Absence;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.AbsencesChanged;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.substitution.CompletedAsDeputy;
import de.gremienlauf.substitution.DeputyTask;
import de.gremienlauf.substitution.DeputyTasks;
import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets deputies see and work on the tasks of absent people, for as long as they stand in and no longer. A deputy gets
 * rights on the task itself, and a group without members marks it for the filter „In Vertretung“. Who is absent loses
 * nothing. All that is done here may be done again: it compares what should be with what is.
 */
@Component
@Transactional
public class TaskDeputies implements Watch {

  private static final Permission[] WORK =
      {Permissions.READ, Permissions.TASK_WORK, TaskPermissions.READ_VARIABLE};

  private final Absences absences;
  private final Substitutions substitutions;
  private final DeputyTasks deputyTasks;
  private final TaskService tasks;
  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Unrestricted unrestricted;
  private final UserNames names;
  private final CurrentUser user;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TaskDeputies(Absences absences, Substitutions substitutions, DeputyTasks deputyTasks, TaskService tasks,
      IdentityService identity, AuthorizationService authorizations, Unrestricted unrestricted, UserNames names,
      CurrentUser user, ApplicationEventPublisher events, Clock clock) {
    this.absences = absences;
    this.substitutions = substitutions;
    this.deputyTasks = deputyTasks;
    this.tasks = tasks;
    this.identity = identity;
    this.authorizations = authorizations;
    this.unrestricted = unrestricted;
    this.names = names;
    this.user = user;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "substitution";
  }

  /** Does what the absences of today demand: with the first look of a day, and once more after they were changed. */
  @Override
  public void look() {
    if (deputyTasks.newDay()) {
      align();
    }
  }

  @EventListener
  void onChanged(AbsencesChanged changed) {
    unrestricted.call(() -> {
      ensureMarks();
      return null;
    });
    align();
    deputyTasks.again();
  }

  private void align() {
    deputyTasks.begin();
    Map<String, List<DeputyTask>> open =
        deputyTasks.open().stream().collect(Collectors.groupingBy(DeputyTask::taskId));
    Map<String, Task> concerned = new LinkedHashMap<>();
    unrestricted.call(() -> {
      for (String person : substitutions.absent(today())) {
        Stream.of(tasks.createTaskQuery().taskAssignee(person),
                tasks.createTaskQuery().taskCandidateUser(person).includeAssignedTasks())
            .flatMap(query -> query.list().stream()).forEach(task -> concerned.put(task.getId(), task));
      }
      open.forEach((id, known) -> {
        Task task = concerned.containsKey(id) ? concerned.get(id) : tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
          known.forEach(one -> deputyTasks.end(one, false));
        } else {
          concerned.put(id, task);
        }
      });
      concerned.values().forEach(task -> align(new StoredTask(task), open.getOrDefault(task.getId(), List.of())));
      return null;
    });
  }

  /** What happens to a task while somebody is absent. */
  @EventListener
  void onTask(DelegateTask task) {
    switch (task.getEventName()) {
      case TaskListener.EVENTNAME_CREATE -> {
        if (!substitutions.absent(today()).isEmpty()) {
          unrestricted.call(() -> {
            align(new RunningTask(task), List.of());
            return null;
          });
        }
      }
      case TaskListener.EVENTNAME_ASSIGNMENT -> unrestricted.call(() -> {
        assigned(task);
        return null;
      });
      case TaskListener.EVENTNAME_COMPLETE -> completed(task);
      case TaskListener.EVENTNAME_DELETE -> deputyTasks.open(task.getId()).forEach(one -> deputyTasks.end(one, false));
      default -> { }
    }
  }

  private void assigned(DelegateTask task) {
    List<DeputyTask> open = deputyTasks.open(task.getId());
    for (DeputyTask one : open) {
      boolean taken = one.deputy().equals(task.getAssignee());
      if (taken && one.claimedAt() == null) {
        deputyTasks.claim(one);
        comment(task, "In Vertretung für " + names.of(one.person()) + " übernommen.");
      } else if (!taken && one.claimedAt() != null) {
        deputyTasks.unclaim(one);
      }
    }
    align(new RunningTask(task), deputyTasks.open(task.getId()));
  }

  private void completed(DelegateTask task) {
    if (user.id() == null) {
      // No deputy has done that; what they saw of it ends with the next look.
      return;
    }
    for (DeputyTask one : deputyTasks.open(task.getId())) {
      boolean byDeputy = one.deputy().equals(user.id());
      deputyTasks.end(one, byDeputy);
      if (byDeputy) {
        comment(task, "In Vertretung für " + names.of(one.person()) + " erledigt.");
        Map<String, Long> ids = new HashMap<>();
        task.getVariables().forEach((name, value) -> {
          if (value instanceof Long id) {
            ids.put(name, id);
          }
        });
        events.publishEvent(new CompletedAsDeputy(task.getName(), names.of(one.person()), ids));
      }
    }
  }

  private void comment(DelegateTask task, String sentence) {
    unrestricted.call(() -> tasks.createComment(task.getId(), task.getProcessInstanceId(), sentence));
  }

  /** A task as it lies in the database or as it is being changed right now. */
  private interface LinkedTask {

    String id();

    String name();

    String processInstanceId();

    String assignee();

    Collection<? extends IdentityLink> links();

    void mark(String group);

    void unmark(String group);

    void assign(String userId);
  }

  private void align(LinkedTask task, List<DeputyTask> open) {
    Map<String, String> wanted = wanted(task, open);
    Map<String, String> known = new HashMap<>();
    DeputyTask back = null;
    for (DeputyTask one : open) {
      known.put(one.deputy(), one.person());
      if (!one.person().equals(wanted.get(one.deputy()))) {
        deputyTasks.end(one, false);
        if (!wanted.containsKey(one.deputy())) {
          task.unmark(Substitutions.mark(one.deputy()));
          removeRights(task, one.deputy());
          boolean had = one.deputy().equals(task.assignee())
              || task.assignee() == null && one.assigneeBefore() != null;
          back = had ? one : back;
        }
      }
    }
    wanted.forEach((deputy, person) -> {
      if (!person.equals(known.get(deputy))) {
        if (!known.containsKey(deputy)) {
          task.mark(Substitutions.mark(deputy));
          grantRights(task, deputy);
        }
        deputyTasks.grant(task.id(), task.processInstanceId(), task.name(), deputy, person, task.assignee());
      }
    });
    if (back != null) {
      // What the deputy took over and has not done goes back to whom it belonged to; that looks for deputies anew.
      task.assign(back.assigneeBefore());
    }
  }

  /** Who should see a task, each with the person in whose place. */
  private Map<String, String> wanted(LinkedTask task, List<DeputyTask> open) {
    LocalDate today = today();
    Set<String> absent = substitutions.absent(today);
    Map<String, String> wanted = new LinkedHashMap<>();
    if (absent.isEmpty()) {
      return wanted;
    }
    Collection<? extends IdentityLink> links = task.links();
    Set<String> groups = links.stream().map(IdentityLink::getGroupId)
        .filter(group -> group != null && !Substitutions.isMark(group)).collect(Collectors.toSet());
    Set<String> candidates = links.stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getUserId).filter(Objects::nonNull).collect(Collectors.toSet());
    DeputyTask claimed = open.stream().filter(one -> one.deputy().equals(task.assignee())).findFirst().orElse(null);
    String owner = claimed != null ? claimed.assigneeBefore() : task.assignee() != null ? task.assignee()
        : open.stream().map(DeputyTask::assigneeBefore).filter(Objects::nonNull).findFirst().orElse(null);
    for (String person : absent) {
      if (owner != null && !owner.equals(person)) {
        continue;
      }
      Set<String> shared = names.groups(person).keySet().stream().filter(groups::contains).collect(Collectors.toSet());
      if (owner != null || candidates.contains(person) || !shared.isEmpty()) {
        Stream<Optional<String>> acting = shared.isEmpty() ? Stream.of(substitutions.actingFor(person, null, today))
            : shared.stream().map(group -> substitutions.actingFor(person, group, today));
        acting.flatMap(Optional::stream)
            .filter(deputy -> claimed == null || claimed.deputy().equals(deputy))
            .filter(deputy -> owner != null || !candidates.contains(deputy) && !worksIn(deputy, groups))
            .forEach(deputy -> wanted.putIfAbsent(deputy, person));
      }
    }
    return wanted;
  }

  private boolean worksIn(String userId, Set<String> groups) {
    return names.groups(userId).keySet().stream().anyMatch(groups::contains);
  }

  /** What a candidate has; what somebody took before the absence, the deputy gives free and takes over. */
  private void grantRights(LinkedTask task, String deputy) {
    Authorization right = authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.id())
        .userIdIn(deputy).singleResult();
    if (right == null) {
      right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      right.setUserId(deputy);
      right.setResource(Resources.TASK);
      right.setResourceId(task.id());
    }
    for (Permission permission : WORK) {
      right.addPermission(permission);
    }
    if (task.assignee() != null) {
      right.addPermission(Permissions.TASK_ASSIGN);
    }
    authorizations.saveAuthorization(right);
  }

  private void removeRights(LinkedTask task, String deputy) {
    boolean candidate = task.links().stream().anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
        && deputy.equals(link.getUserId()));
    authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.id()).list().stream()
        .filter(right -> Substitutions.mark(deputy).equals(right.getGroupId()) || !candidate && deputy.equals(right.getUserId()))
        .forEach(right -> authorizations.deleteAuthorization(right.getId()));
  }

  /** Gives every deputy the group that marks tasks, before any task needs it. */
  private void ensureMarks() {
    absences.list().stream().filter(absence -> absence.chain() == Chain.ADMINISTRATION).map(Absence::deputy)
        .filter(Objects::nonNull).distinct()
        .filter(deputy -> identity.createGroupQuery().groupId(Substitutions.mark(deputy)).count() == 0)
        .forEach(deputy -> {
          Group group = identity.newGroup(Substitutions.mark(deputy));
          group.setName("In Vertretung: " + names.of(deputy));
          group.setType("SUBSTITUTION");
          identity.saveGroup(group);
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private final class StoredTask implements LinkedTask {

    private final Task task;

    StoredTask(Task task) {
      this.task = task;
    }

    @Override
    public String id() {
      return task.getId();
    }

    @Override
    public String name() {
      return task.getName();
    }

    @Override
    public String processInstanceId() {
      return task.getProcessInstanceId();
    }

    @Override
    public String assignee() {
      return task.getAssignee();
    }

    @Override
    public Collection<? extends IdentityLink> links() {
      return tasks.getIdentityLinksForTask(task.getId());
    }

    @Override
    public void mark(String group) {
      tasks.addCandidateGroup(task.getId(), group);
    }

    @Override
    public void unmark(String group) {
      tasks.deleteCandidateGroup(task.getId(), group);
    }

    @Override
    public void assign(String userId) {
      tasks.setAssignee(task.getId(), userId);
    }
  }

  private static final class RunningTask implements LinkedTask {

    private final DelegateTask task;

    RunningTask(DelegateTask task) {
      this.task = task;
    }

    @Override
    public String id() {
      return task.getId();
    }

    @Override
    public String name() {
      return task.getName();
    }

    @Override
    public String processInstanceId() {
      return task.getProcessInstanceId();
    }

    @Override
    public String assignee() {
      return task.getAssignee();
    }

    @Override
    public Collection<? extends IdentityLink> links() {
      return task.getCandidates();
    }

    @Override
    public void mark(String group) {
      task.addCandidateGroup(group);
    }

    @Override
    public void unmark(String group) {
      task.deleteCandidateGroup(group);
    }

    @Override
    public void assign(String userId) {
      task.setAssignee(userId);
    }
  }
}

package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.reminder.OpenWork;
import de.gremienlauf.substitution.Substitutions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** All open tasks with what lists and mails say about them, in a number of queries that does not grow with the tasks. */
@Component
public class OpenWorkReader {

  private static final int BATCH = 500;
  /** Fields of forms that name what a task is about; never its subject, which may be non-public. */
  private static final String[] NAMES = {"reference", "projectNumber", "organization", "meetingDate"};

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Unrestricted unrestricted;

  OpenWorkReader(TaskService tasks, RuntimeService runtime, IdentityService identity, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.unrestricted = unrestricted;
  }

  /** Every open task, the one that is due first at the beginning. The marks for deputies are no groups of theirs. */
  public List<OpenWork> all() {
    return unrestricted.call(() -> {
      List<Task> open = tasks.createTaskQuery().active().orderByDueDate().asc().orderByTaskId().asc().unlimitedList();
      Map<String, List<String>> groups = new HashMap<>();
      for (Group group : identity.createGroupQuery().orderByGroupId().asc().unlimitedList()) {
        if (Substitutions.isMark(group.getId())) {
          continue;
        }
        tasks.createTaskQuery().active().taskCandidateGroup(group.getId()).includeAssignedTasks().unlimitedList()
            .forEach(task -> groups.computeIfAbsent(task.getId(), id -> new ArrayList<>()).add(group.getId()));
      }
      return described(open, groups);
    });
  }

  /** These tasks, as far as they are still open. */
  List<OpenWork> of(Collection<Task> some) {
    return unrestricted.call(() -> {
      Map<String, List<String>> groups = new HashMap<>();
      some.forEach(task -> groups.put(task.getId(), tasks.getIdentityLinksForTask(task.getId()).stream()
          .filter(link -> "candidate".equals(link.getType()) && link.getGroupId() != null)
          .map(link -> link.getGroupId()).filter(group -> !Substitutions.isMark(group)).sorted().toList()));
      return described(List.copyOf(some), groups);
    });
  }

  private List<OpenWork> described(List<Task> open, Map<String, List<String>> groups) {
    Map<String, Map<String, String>> names = new HashMap<>();
    for (int from = 0; from < open.size(); from += BATCH) {
      String[] ids = open.subList(from, Math.min(from + BATCH, open.size())).stream().map(Task::getId)
          .toArray(String[]::new);
      runtime.createVariableInstanceQuery().taskIdIn(ids).variableNameIn(NAMES).disableBinaryFetching()
          .disableCustomObjectDeserialization().unlimitedList().stream()
          .filter(variable -> variable.getValue() instanceof String)
          .forEach(variable -> names.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>())
              .put(variable.getName(), (String) variable.getValue()));
    }
    return open.stream().map(task -> new OpenWork(task.getId(), task.getTaskDefinitionKey(), task.getName(),
        about(names.getOrDefault(task.getId(), Map.of())), task.getAssignee(),
        groups.getOrDefault(task.getId(), List.of()), EngineClock.dayOf(task.getCreateTime()),
        EngineClock.dayOf(task.getDueDate()), EngineClock.dayOf(task.getFollowUpDate()))).toList();
  }

  private static String about(Map<String, String> names) {
    for (String number : List.of("reference", "projectNumber")) {
      if (!names.getOrDefault(number, "").isBlank()) {
        return names.get(number);
      }
    }
    String meeting = (names.getOrDefault("organization", "") + " " + names.getOrDefault("meetingDate", "")).strip();
    return meeting.isEmpty() ? null : meeting;
  }

  /** The ids of all groups with those that belong to them. */
  Map<String, Set<String>> members() {
    return unrestricted.call(() -> {
      Map<String, Set<String>> members = new HashMap<>();
      for (Group group : identity.createGroupQuery().unlimitedList()) {
        Set<String> users = new TreeSet<>();
        identity.createUserQuery().memberOfGroup(group.getId()).unlimitedList()
            .forEach(user -> users.add(user.getId()));
        members.put(group.getId(), users);
      }
      return members;
    });
  }
}

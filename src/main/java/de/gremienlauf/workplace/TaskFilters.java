package de.gremienlauf.workplace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists that everybody finds in Tasklist. Created once; whoever administers them may change them afterwards. */
@Component
@ConditionalOnWebApplication
@Order(2)
class TaskFilters implements ApplicationRunner {

  private static final String KEY = "gremienlauf";

  private final FilterService filters;
  private final TaskService tasks;
  private final RightsSetup rights;

  TaskFilters(FilterService filters, TaskService tasks, RightsSetup rights) {
    this.filters = filters;
    this.tasks = tasks;
    this.rights = rights;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    ensure("mine", "Meine Aufgaben", "Aufgaben, die ich übernommen habe", "#555555", -40,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    ensure("groups", "Aufgaben meiner Gruppen", "Aufgaben, die noch niemand übernommen hat", "#555555", -30,
        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
    ensure("today", "Heute fällig", "Aufgaben, deren Frist heute endet", "#8a6100", -20,
        tasks.createTaskQuery().dueAfterExpression("${berlinDay.start()}").dueBeforeExpression("${berlinDay.end()}"));
    ensure("overdue", "Überfällig", "Aufgaben, deren Frist vorbei ist", "#b10023", -10,
        tasks.createTaskQuery().dueBeforeExpression("${berlinDay.start()}"));
  }

  private void ensure(String key, String name, String description, String color, int priority, TaskQuery query) {
    Filter filter = filters.createTaskFilterQuery().list().stream()
        .filter(known -> known.getProperties() != null && Objects.equals(known.getProperties().get(KEY), key))
        .findFirst().orElseGet(() -> create(key, name, description, color, priority, query));
    Rights.WORKING.forEach(group -> rights.ensure(group, Resources.FILTER, filter.getId(), Permissions.READ));
  }

  private Filter create(String key, String name, String description, String color, int priority, TaskQuery query) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query.orderByDueDate().asc());
    filter.setProperties(new HashMap<>(Map.of(KEY, key, "description", description, "color", color,
        "priority", priority, "refresh", true, "showUndefinedVariable", false, "variables", List.of(
            column("reference", "Vorlage"), column("subject", "Betreff"),
            column("organization", "Gremium"), column("meetingDate", "Sitzung"),
            column("projectNumber", "Förderprojekt"), column("projectName", "Name")))));
    return filters.saveFilter(filter);
  }

  private static Map<String, String> column(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }
}

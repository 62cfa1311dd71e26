package de.gremienlauf.workplace;

import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.StartLock;
import java.util.ArrayList;
import java.util.Collection;
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

/**
 * The lists that everybody finds in Tasklist. Name, colour and order of a list stay as an administrator set them, and so
 * do further columns; what it finds and the product's own columns follow the product, see {@link #VERSION}.
 */
@Component
@ConditionalOnWebApplication
@Order(2)
class TaskFilters implements ApplicationRunner {

  private static final String KEY = "gremienlauf";
  private static final String VERSION_KEY = "gremienlaufVersion";
  /** To be counted up whenever queries or columns below change, so that existing installations get them. */
  private static final int VERSION = 2;
  private static final String ME = "${currentUser()}";
  private static final String GREY = "#555555";
  private static final List<Map<String, String>> COLUMNS = List.of(
      column("reference", "Vorlage"), column("subject", "Betreff"), column("organization", "Gremium"),
      column("meetingDate", "Sitzung"), column("projectNumber", "Förderprojekt"), column("projectName", "Name"));

  private final FilterService filters;
  private final TaskService tasks;
  private final RightsSetup rights;
  private final StartLock lock;

  TaskFilters(FilterService filters, TaskService tasks, RightsSetup rights, StartLock lock) {
    this.filters = filters;
    this.tasks = tasks;
    this.rights = rights;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    lock.take();
    ensure("mine", "Meine Aufgaben", "Aufgaben, die ich übernommen habe und die nicht auf Wiedervorlage liegen", GREY,
        -60, tasks.createTaskQuery().taskAssigneeExpression(ME)
            .followUpBeforeOrNotExistentExpression("${berlinDay.end()}"));
    ensure("groups", "Aufgaben meiner Gruppen", "Aufgaben, die noch niemand übernommen hat", GREY, -50,
        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
    ensure("substitution", "In Vertretung", "Aufgaben, die ich für abwesende Kolleg*innen sehe", "#3c5a78", -45,
        tasks.createTaskQuery().taskCandidateGroupExpression("${actingGroups.mark(currentUser())}")
            .includeAssignedTasks());
    ensure("today", "Heute fällig", "Aufgaben, deren Frist heute endet", "#8a6100", -40,
        tasks.createTaskQuery().dueAfterExpression("${berlinDay.start()}").dueBeforeExpression("${berlinDay.end()}"));
    ensure("overdue", "Überfällig", "Aufgaben, deren Frist vorbei ist", "#b10023", -30,
        tasks.createTaskQuery().dueBeforeExpression("${berlinDay.start()}"));
    ensure("followUp", "Wiedervorlage", "Meine Aufgaben, deren Wiedervorlage heute oder früher ist", "#1f5f8b", -20,
        tasks.createTaskQuery().taskAssigneeExpression(ME).followUpBeforeExpression("${berlinDay.end()}"));
    ensure("later", "Zurückgelegt", "Meine Aufgaben, deren Wiedervorlage noch kommt", GREY, -10,
        tasks.createTaskQuery().taskAssigneeExpression(ME).followUpAfterExpression("${berlinDay.end()}"));
  }

  private void ensure(String key, String name, String description, String color, int priority, TaskQuery query) {
    Filter filter = filters.createTaskFilterQuery().list().stream()
        .filter(known -> known.getProperties() != null && Objects.equals(known.getProperties().get(KEY), key))
        .findFirst().orElseGet(() -> create(key, name, color, priority));
    if (!Objects.equals(filter.getProperties().get(VERSION_KEY), VERSION)) {
      filter.setQuery(query.orderByDueDate().asc());
      Map<String, Object> properties = new HashMap<>(filter.getProperties());
      properties.put(VERSION_KEY, VERSION);
      properties.put("description", description);
      properties.put("variables", columns(properties.get("variables")));
      filter.setProperties(properties);
      filters.saveFilter(filter);
    }
    rights.ensure(rights.working(), Resources.FILTER, filter.getId(), Permissions.READ);
  }

  private Filter create(String key, String name, String color, int priority) {
    Filter filter = filters.newTaskFilter(name);
    filter.setProperties(Map.of(KEY, key, "color", color, "priority", priority, "refresh", true,
        "showUndefinedVariable", false));
    return filter;
  }

  /** The product's columns, then those that an administrator added. */
  private static List<Object> columns(Object known) {
    List<Object> columns = new ArrayList<>(COLUMNS);
    if (known instanceof Collection<?> others) {
      others.stream().filter(other -> other instanceof Map<?, ?> column && COLUMNS.stream()
          .noneMatch(own -> own.get("name").equals(column.get("name")))).forEach(columns::add);
    }
    return columns;
  }

  private static Map<String, String> column(String variable, String label) {
    if (!FormFields.LISTED.contains(variable)) {
      throw new IllegalArgumentException(variable + " is no variable of a task that a list could show");
    }
    return Map.of("name", variable, "label", label);
  }
}

package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.Clerk;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Urgent decisions, begun with their start form in a municipality of their own. */
@Component
public class UrgentWorld {

  static final String PROCESS = "urgent-decision";
  static final Map<String, Object> HEAD_SIGNS =
      Map.of("decision", "SIGN", "signatory", "OB Beispiel", "capacity", "OWN");

  private final PaperWorld world;
  private final Council council;
  private final Clerk clerk;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final HistoryService history;

  public UrgentWorld(PaperWorld world, Council council, Clerk clerk, RuntimeService runtime, TaskService tasks,
      ManagementService management, HistoryService history) {
    this.world = world;
    this.council = council;
    this.clerk = clerk;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.history = history;
  }

  /** A city with a council of three and a finance committee with one of them and an expert citizen. */
  City city() {
    City city = world.city();
    seat(city, "Rat", "Henriette Haupt", "Oberbürgermeisterin");
    seat(city, "Rat", "Niklas Beispiel", "Mitglied");
    seat(city, "Rat", "Elfi Ehrenamt", "1. Stellvertreterin der Oberbürgermeisterin");
    seat(city, "Finanzausschuss", "Sabine Sachkundig", "sachkundige Bürgerin");
    seat(city, "Finanzausschuss", "Niklas Beispiel", "Vorsitz");
    return city;
  }

  void seat(City city, String body, String name, String role) {
    council.addMembership(council.person(city.name, name, null), city.body(body), role, true, null, null);
  }

  /** Begins an urgent decision; the start form works for the own municipality, so the city is that for a moment. */
  ProcessInstance submit(PaperRun paper, String matter, String committee, LocalDate neededBy,
      LocalDate mainCommitteeDay) {
    Map<String, Object> entered = new HashMap<>(Map.of("paper", paper.details().reference(), "matter", matter,
        "urgency", "Die Förderfrist läuft ab.", "neededBy", neededBy.toString()));
    entered.put("committee", committee);
    entered.put("mainCommitteeDay", mainCommitteeDay == null ? null : mainCommitteeDay.toString());
    return submit(paper.city, entered);
  }

  ProcessInstance submit(City city, Map<String, Object> entered) {
    Council target = AopTestUtils.getTargetObject(council);
    String own = target.ownMunicipality();
    ReflectionTestUtils.setField(target, "ownMunicipality", city.name);
    try {
      return clerk.start(PROCESS, entered);
    } finally {
      ReflectionTestUtils.setField(target, "ownMunicipality", own);
    }
  }

  PaperRun begin(PaperRun paper, String matter, String committee, LocalDate neededBy, LocalDate mainCommitteeDay) {
    submit(paper, matter, committee, neededBy, mainCommitteeDay);
    clerk.runDueJobs();
    return paper;
  }

  boolean runs(PaperRun paper) {
    return instances(paper).stream().findAny().isPresent();
  }

  private List<ProcessInstance> instances(PaperRun paper) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
        .variableValueEquals("paperId", paper.id).list();
  }

  /** The end event at which the last urgent decision of the paper came to rest. */
  String endOf(PaperRun paper) {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(PROCESS).finished()
        .variableValueEquals("paperId", paper.id).list().stream()
        .map(instance -> instance.getEndActivityId()).reduce((one, later) -> later).orElse(null);
  }

  Task task(PaperRun paper, String key) {
    return tasks.createTaskQuery().processInstanceId(instances(paper).get(0).getId()).taskDefinitionKey(key)
        .singleResult();
  }

  /** What is entered if the member of that name signs. */
  Map<String, Object> memberSigns(Task task, String name) {
    return Map.of("decision", "SIGN", "member", personId(task, name));
  }

  private String personId(Task task, String name) {
    String paperReference = (String) clerk.fields(task).get("reference");
    List<?> choices = (List<?>) clerk.fields(task).get("memberChoices");
    for (Object choice : choices) {
      if (choice instanceof Map<?, ?> member && member.get("label").toString().startsWith(name)) {
        return member.get("value").toString();
      }
    }
    throw new AssertionError("No " + name + " for " + paperReference + " among " + choices);
  }

  void bothSubmit(PaperRun paper) {
    Task second = task(paper, "Task_SignSecond");
    clerk.submit(task(paper, "Task_SignFirst"), HEAD_SIGNS);
    clerk.submit(second, memberSigns(second, "Niklas Beispiel"));
  }

  PaperRun sign(PaperRun paper) {
    bothSubmit(paper);
    clerk.runDueJobs();
    return paper;
  }

  /** Runs the jobs of these activities alone. */
  void runJobs(PaperRun paper, String... activities) {
    String instance = instances(paper).get(0).getId();
    for (String activity : activities) {
      management.createJobQuery().processInstanceId(instance).activityId(activity).list()
          .forEach(job -> management.executeJob(job.getId()));
    }
  }
}

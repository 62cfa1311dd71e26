package de.gremienlauf.tracking;

import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks of the tracking of resolutions. */
@Component
public class TrackingTasks implements TaskStories {

  static final LocalDate RELEASE = LocalDate.of(2026, 1, 5);
  static final LocalDate MEETING = LocalDate.of(2026, 1, 20);

  private final PaperWorld world;
  private final Clerk clerk;
  private final RuntimeService runtime;

  public TrackingTasks(PaperWorld world, Clerk clerk, RuntimeService runtime) {
    this.world = world;
    this.clerk = clerk;
    this.runtime = runtime;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    return Map.of("Task_PlanImplementation", () -> task(decided(), "Task_PlanImplementation"),
        "Task_ReportImplementation", () -> task(planned(Map.of()), "Task_ReportImplementation"),
        "Task_GiveReport", () -> {
          PaperRun paper = planned(Map.of("intervalMonths", 3));
          clerk.onDay(LocalDate.of(2026, 4, 20));
          return task(paper, "Task_GiveReport");
        });
  }

  /** A paper of the own municipality on which the council has decided. */
  PaperRun decided() {
    clerk.onDay(RELEASE);
    return world.ownCity().paper("Beschlussvorlage").release(new Wish("Rat", ConsultationRole.DECISION, 1, MEETING))
        .result("Rat", "beschlossen", Map.of("condition", "vorbehaltlich der Förderung"));
  }

  /** The same, to be implemented until the end of September. */
  PaperRun planned(Map<String, Object> more) {
    PaperRun paper = decided();
    Map<String, Object> entered = new HashMap<>(Map.of("implementation", "IMPLEMENT", "dueOn", "30.09.2026"));
    entered.putAll(more);
    clerk.complete(task(paper, "Task_PlanImplementation"), entered);
    return paper;
  }

  /** The processes that track what was decided on a paper. */
  List<ProcessInstance> processes(PaperRun paper) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(ResolutionDuties.PROCESS)
        .variableValueEquals("paperId", paper.id).list();
  }

  List<Task> tasks(PaperRun paper, String key) {
    return processes(paper).stream().flatMap(process -> clerk.tasks(process.getId(), key).stream()).toList();
  }

  public Task task(PaperRun paper, String key) {
    List<Task> found = tasks(paper, key);
    if (found.size() != 1) {
      throw new AssertionError("Expected one task " + key + " but found " + found.size());
    }
    return found.get(0);
  }
}

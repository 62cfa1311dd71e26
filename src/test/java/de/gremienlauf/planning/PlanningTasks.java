package de.gremienlauf.planning;

import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task that warns about a deadline. */
@Component
public class PlanningTasks implements TaskStories {

  private final PaperWorld world;
  private final PlanWatch watch;
  private final TaskService tasks;
  private final Clerk clerk;

  public PlanningTasks(PaperWorld world, PlanWatch watch, TaskService tasks, Clerk clerk) {
    this.world = world;
    this.watch = watch;
    this.tasks = tasks;
    this.clerk = clerk;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    return Map.of("Task_AnswerWarning", () -> {
      clerk.onDay(LocalDate.of(2026, 1, 5));
      City city = world.city();
      PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of("outsideDeadline", "20.02.2026",
              "outsideDeadlineNote", "Antragsfrist des Landes"))
          .stations(new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 26))).confirm().sign();
      watch.look(city.name);
      return warnings(paper).get(0);
    });
  }

  /** The open warnings about a paper. */
  List<Task> warnings(PaperRun paper) {
    return tasks.createTaskQuery().taskDefinitionKey("Task_AnswerWarning")
        .processVariableValueEquals("paperId", paper.id).list();
  }
}

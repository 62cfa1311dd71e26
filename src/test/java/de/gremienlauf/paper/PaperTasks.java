package de.gremienlauf.paper;

import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks of papers and urgent decisions. */
@Component
public class PaperTasks implements TaskStories {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final Wish BUILDING =
      new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 2, 3));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, LocalDate.of(2026, 2, 26));

  private final PaperWorld world;
  private final UrgentWorld urgent;
  private final Clerk clerk;

  public PaperTasks(PaperWorld world, UrgentWorld urgent, Clerk clerk) {
    this.world = world;
    this.urgent = urgent;
    this.clerk = clerk;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    Map<String, Supplier<Task>> told = new HashMap<>();
    tell(told, "Task_Draft", () -> world.city().paper("Beschlussvorlage"));
    tell(told, "Task_ConfirmSequence", () -> {
      City city = world.city();
      city.body("Rat", COUNCIL.day());
      return city.paper("Beschlussvorlage").draft(Map.of());
    });
    tell(told, "Task_CoSign", () -> {
      City city = world.city();
      List<String> offices = Stream.of("Kämmerei").map(office -> city.office(office).id().toString()).toList();
      return city.paper("Beschlussvorlage").draft(Map.of("coSigningOffices", offices)).stations(BUILDING, COUNCIL)
          .confirm();
    });
    tell(told, "Task_Sign",
        () -> world.city().paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING, COUNCIL).confirm());
    tell(told, "Task_AssignAnswer", () -> {
      City city = world.city();
      city.paper("Mitteilung");
      return city.paper("Anfrage").draft(Map.of()).stations(COUNCIL).confirm().result("Rat", "zur Kenntnis genommen");
    });
    tell(told, "Task_AssignMeeting", () -> inConsultation().result("Bauausschuss", "vertagt"));
    tell(told, "Task_RecordResult", () -> {
      PaperRun paper = inConsultation();
      clerk.onDay(BUILDING.day());
      return paper;
    });
    tell(told, "Task_ClassifyResult", () -> inConsultation().result("Bauausschuss", "siehe Niederschrift"));
    tell(told, "Task_AssignReferralTarget", () -> world.city().paper("Beschlussvorlage").release(COUNCIL)
        .result("Rat", "verwiesen"));
    told.put("Task_SignFirst", () -> urgent.task(bySignatures(), "Task_SignFirst"));
    told.put("Task_SignSecond", () -> urgent.task(bySignatures(), "Task_SignSecond"));
    told.put("Task_ClarifyConsequences", () -> {
      PaperRun paper = urgent.sign(bySignatures()).result("Rat", "abgelehnt");
      return urgent.task(paper, "Task_ClarifyConsequences");
    });
    return told;
  }

  private void tell(Map<String, Supplier<Task>> told, String task, Supplier<PaperRun> story) {
    told.put(task, () -> {
      clerk.onDay(START);
      return clerk.tasks(story.get().process(), task).get(0);
    });
  }

  private PaperRun inConsultation() {
    return world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
  }

  private PaperRun bySignatures() {
    clerk.onDay(START);
    return urgent.begin(urgent.city().paper("Dringlichkeitsentscheidung").release(COUNCIL), "COUNCIL", null,
        LocalDate.of(2026, 1, 20), null);
  }
}

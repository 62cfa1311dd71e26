package de.gremienlauf.benchmark;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.SequenceStation;
import de.gremienlauf.paper.Sequences;
import de.gremienlauf.support.Clerk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/** A paper's way through four bodies by the application's services, in a city of its own. */
final class ServiceRun {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final List<String> BODIES =
      List.of("Integrationsrat", "Sozialausschuss", "Verwaltungsausschuss", "Jugendhilfeausschuss");

  private final PaperWorld world;
  private final Sequences sequences;
  private final Clerk clerk;
  private final ProcessEngine engine;

  ServiceRun(ApplicationContext application) {
    this.world = application.getBean(PaperWorld.class);
    this.sequences = application.getBean(Sequences.class);
    this.clerk = application.getBean(Clerk.class);
    this.engine = application.getBean(ProcessEngine.class);
  }

  void beginOnMonday() {
    EngineClock.set(EngineClock.startOf(START).toInstant().plusSeconds(3600));
  }

  void run(Steps steps) {
    beginOnMonday();
    City city = world.city();
    String office = city.office("Kämmerei").id().toString();
    List<Wish> wishes = new ArrayList<>();
    for (int station = 0; station < BODIES.size(); station++) {
      wishes.add(new Wish(BODIES.get(station), ConsultationRole.NOTICE, station + 1, RunsBenchmark.DAYS.get(station)));
    }
    List<SequenceStation> stations = wishes.stream().map(city::station).toList();
    PaperRun[] begun = new PaperRun[1];
    steps.spend("begin", () -> begun[0] = city.paper("Mitteilung"));
    Long id = begun[0].id;
    String process = begun[0].process();
    complete(steps, "draft", process, "Task_Draft", Map.of("subject", "Abschlussbericht", "leadOffice", "V/50",
        "visibility", "public", "reasons", "Text der Mitteilung", "coSigningOffices", List.of(office)));
    steps.spend("change sequence", () -> sequences.change(id, stations, null));
    complete(steps, "confirm sequence", process, "Task_ConfirmSequence", Map.of("sequenceConfirmed", true));
    complete(steps, "co-sign", process, "Task_CoSign", Map.of("decision", "AGREED"));
    complete(steps, "sign", process, "Task_Sign",
        Map.of("decision", "SIGN", "signatory", "Dr. Muster", "capacity", "OWN"));
    for (Wish wish : wishes) {
      EngineClock.set(EngineClock.startOf(wish.day()).toInstant().plusSeconds(3600));
      Steps.runDueJobs(engine, steps);
      complete(steps, "record result", process, "Task_RecordResult", Map.of("result", "Kenntnis genommen"));
    }
    if (begun[0].details().state() != PaperState.NOTED) {
      throw new IllegalStateException("The paper has not come to its end: " + begun[0].details().state());
    }
  }

  private void complete(Steps steps, String step, String process, String key, Map<String, Object> entered) {
    Task task = clerk.task(process, key);
    steps.spend(step, () -> clerk.submit(task, entered));
    Steps.runDueJobs(engine, steps);
  }
}

package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Wherever a paper can wait (tasks, events and save points, read from the models), it can be withdrawn, revised,
 * supplemented, lose a station and have a result corrected: nothing is left behind and it can still be brought to its
 * end.
 */
class WaitStateTest extends PaperStory {

  private static final String BEFORE = " (before)";
  private static final String AFTER = " (after)";
  private static final int PATIENCE = 60;

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3));
  private static final Wish SOCIAL = new Wish("Sozialausschuss", ConsultationRole.NOTICE, 1, day(2, 24));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 26));

  @Autowired Clock clock;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired UrgentWorld urgent;

  private final Map<String, List<Supplier<PaperRun>>> stories = stories();
  private final Map<String, Consumer<PaperRun>> acts = acts();

  private Map<String, List<Supplier<PaperRun>>> stories() {
    Map<String, List<Supplier<PaperRun>>> told = new LinkedHashMap<>();
    told.put("Task_Draft", List.of(
        () -> world.city().paper("Beschlussvorlage"),
        () -> inConsultation().result("Bauausschuss", "zugestimmt").revise("Neue Zahlen")));
    told.put("Task_ConfirmSequence", List.of(
        () -> world.city().paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING, SOCIAL, COUNCIL)));
    told.put("Task_CoSign", List.of(this::coSigning));
    told.put("Task_CoSign" + AFTER, List.of(() -> {
      PaperRun paper = coSigning();
      clerk.submit(clerk.tasks(paper.process(), "Task_CoSign").get(0), Map.of("decision", "AGREED"));
      return paper;
    }));
    told.put("Task_Sign", List.of(this::signing));
    told.put("Task_ReleasePaper" + BEFORE, List.of(
        () -> signed(signing()),
        () -> signed(inConsultation().result("Bauausschuss", "zugestimmt").revise("Neue Zahlen").draft(Map.of())
            .confirm())));
    told.put("Task_AssignAnswer", List.of(() -> world.city().paper("Anfrage").draft(Map.of()).stations(SOCIAL)
        .confirm().result("Sozialausschuss", "zur Kenntnis genommen")));
    told.put("CallActivity_Stations" + AFTER, List.of(
        () -> recorded(inConsultation(), "Bauausschuss", "zugestimmt"),
        () -> recorded(world.city().paper("Antrag").draft(Map.of()).stations(COUNCIL).confirm(), "Rat",
            "beschlossen")));
    told.put("CallActivity_AddedStation" + AFTER, List.of(() -> {
      PaperRun paper = inConsultation();
      paper.city.body("Bauausschuss", day(2, 10));
      return recorded(paper.result("Bauausschuss", "vertagt"), "Bauausschuss", "zugestimmt");
    }));
    told.put("Event_MeetingDay" + AFTER, List.of(() -> {
      PaperRun paper = inConsultation();
      meetings.reach(paper.station("Bauausschuss").meetingId());
      return paper;
    }));
    told.put("Event_MeetingDay", List.of(
        this::inConsultation,
        () -> inConsultation().result("Bauausschuss", "zugestimmt")));
    told.put("Task_RecordResult", List.of(
        () -> onTheDay(inConsultation(), "Bauausschuss"),
        () -> onTheDay(inConsultation().result("Bauausschuss", "geändert empfohlen"), "Sozialausschuss")));
    told.put("Event_OtherBodyConcluded", List.of(() -> {
      PaperRun paper = inConsultation();
      return paper.result("Bauausschuss", "vertagt",
          Map.of("postponedAfter", paper.city.body("Sozialausschuss").id().toString()));
    }));
    told.put("Task_AssignMeeting", List.of(() -> inConsultation().result("Bauausschuss", "vertagt")));
    told.put("Event_ResultAlreadyThere" + AFTER, List.of(() -> {
      PaperRun paper = inConsultation().result("Bauausschuss", "zugestimmt");
      results.correct(paper.station("Bauausschuss").id(), "abgelehnt", null, null, "Verlesen");
      return paper;
    }));
    told.put("Event_PeriodEnded", List.of(() -> world.city().paper("Beschlussvorlage")
        .release(new Wish("Bezirksvertretung 7 (Porz)", ConsultationRole.HEARING, 1, day(2, 3)), COUNCIL)));
    told.put("Task_SignFirst", List.of(() -> bySignatures(urgentCity())));
    told.put("Task_SignSecond", List.of(() -> bySignatures(urgentCity())));
    told.put("Task_SignFirst" + AFTER, List.of(() -> {
      PaperRun paper = bySignatures(urgentCity());
      clerk.submit(urgent.task(paper, "Task_SignFirst"), UrgentWorld.HEAD_SIGNS);
      return paper;
    }));
    told.put("Task_SignSecond" + AFTER, List.of(() -> {
      PaperRun paper = bySignatures(urgentCity());
      Task task = urgent.task(paper, "Task_SignSecond");
      clerk.submit(task, urgent.memberSigns(task, "Niklas Beispiel"));
      return paper;
    }));
    told.put("Task_SubmitForApproval" + BEFORE, List.of(() -> {
      PaperRun paper = bySignatures(urgentCity());
      urgent.bothSubmit(paper);
      urgent.runJobs(paper, "Task_SignFirst", "Task_SignSecond");
      return paper;
    }));
    told.put("Event_ApprovalConcluded", List.of(() -> signedUrgently(urgentCity())));
    told.put("Task_ClarifyConsequences",
        List.of(() -> signedUrgently(urgentCity()).result("Rat", "abgelehnt")));
    told.put("Task_AskMainCommittee" + BEFORE, List.of(() -> {
      City city = urgentCity();
      city.body("Hauptausschuss");
      PaperRun paper = city.paper("Dringlichkeitsentscheidung").release(COUNCIL);
      urgent.submit(paper, "COUNCIL", null, day(1, 20), day(1, 15));
      return paper;
    }));
    told.put("Event_MainCommitteeConcluded", List.of(() -> {
      City city = urgentCity();
      city.body("Hauptausschuss");
      return urgent.begin(city.paper("Dringlichkeitsentscheidung").release(COUNCIL), "COUNCIL", null, day(1, 20),
          day(1, 15));
    }));
    told.put("Task_ClassifyResult", List.of(() -> inConsultation().result("Bauausschuss", "siehe Niederschrift")));
    told.put("Task_AssignReferralTarget", List.of(
        () -> world.city().paper("Antrag").draft(Map.of()).stations(COUNCIL).confirm().result("Rat", "verwiesen")));
    return told;
  }

  private PaperRun inConsultation() {
    return world.city().paper("Beschlussvorlage").release(BUILDING, SOCIAL, COUNCIL);
  }

  private City urgentCity() {
    return urgent.city();
  }

  private PaperRun bySignatures(City city) {
    return urgent.begin(city.paper("Dringlichkeitsentscheidung").release(COUNCIL), "COUNCIL", null, day(1, 20), null);
  }

  private PaperRun signedUrgently(City city) {
    return urgent.sign(bySignatures(city));
  }

  private PaperRun signing() {
    return world.city().paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING, SOCIAL, COUNCIL).confirm();
  }

  private PaperRun coSigning() {
    City city = world.city();
    List<String> offices = Stream.of("Kämmerei", "Rechtsamt").map(office -> city.office(office).id().toString())
        .toList();
    return city.paper("Beschlussvorlage").draft(Map.of("coSigningOffices", offices))
        .stations(BUILDING, SOCIAL, COUNCIL).confirm();
  }

  private PaperRun signed(PaperRun paper) {
    clerk.submit(clerk.task(paper.process(), "Task_Sign"),
        Map.of("decision", "SIGN", "signatory", "Dr. Muster", "capacity", "OWN"));
    return paper;
  }

  private PaperRun onTheDay(PaperRun paper, String body) {
    clerk.onDay(paper.station(body).date());
    return paper;
  }

  private PaperRun recorded(PaperRun paper, String body, String result) {
    clerk.submit(onTheDay(paper, body).resultTask(body), Map.of("result", result));
    return paper;
  }

  private Map<String, Consumer<PaperRun>> acts() {
    Map<String, Consumer<PaperRun>> done = new LinkedHashMap<>();
    done.put("withdraw", paper -> unlessOver(paper, () -> {
      papers.withdraw(paper.id, "Überholt");
      assertThat(paper.details().state().closed()).isTrue();
    }));
    done.put("revise", paper -> unlessOver(paper, () -> {
      papers.revise(paper.id, "Neue Zahlen");
      assertThat(tasks(paper)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_Draft");
    }));
    done.put("supplement", paper -> unlessOver(paper, () -> supplement(paper)));
    done.put("remove a station", paper -> sequences.change(paper.id,
        paper.openStations().stream().skip(1).toList(), "Nicht zuständig"));
    done.put("correct a result", this::correct);
    return done;
  }

  /** An annulled urgent decision is still being cleared up when the run of its paper is over. */
  private void unlessOver(PaperRun paper, Runnable act) {
    if (paper.details().state().closed()) {
      assertThatThrownBy(act::run).isInstanceOf(BusinessException.class).hasMessageContaining("abgeschlossen");
    } else {
      act.run();
    }
  }

  /** Only what the bodies have is supplemented; a draft takes the file as an attachment. */
  private void supplement(PaperRun paper) {
    Runnable act = () -> attachments.supplement(paper.id, "nachtrag.txt", "Nachtrag".getBytes(StandardCharsets.UTF_8),
        "Nachtrag", "Angebot eingegangen");
    if (paper.details().released() == null) {
      assertThatThrownBy(act::run).isInstanceOf(BusinessException.class).hasMessageContaining("nicht freigegeben");
    } else {
      act.run();
    }
  }

  private void correct(PaperRun paper) {
    List<PaperDetails.Station> stations = paper.details().consultations();
    Long station = stations.stream().filter(one -> one.state() == ConsultationState.CONCLUDED)
        .map(PaperDetails.Station::id).findFirst().orElse(null);
    if (station != null) {
      results.correct(station, "zur Kenntnis genommen", null, null, "Verlesen");
      assertThat(queries.station(station).result()).isEqualTo("zur Kenntnis genommen");
      return;
    }
    Long any = stations.stream().map(PaperDetails.Station::id).findFirst().orElse(-1L);
    assertThatThrownBy(() -> results.correct(any, "zur Kenntnis genommen", null, null, "Verlesen"))
        .isInstanceOf(BusinessException.class).hasMessage(stations.isEmpty() ? "Diese Station gibt es nicht."
            : "Für dieses Gremium ist kein Ergebnis festgehalten, das sich berichtigen lässt.");
  }

  @Test
  void everyWaitStateOfTheModelsHasAStory() throws IOException {
    assertThat(stories.keySet()).containsExactlyInAnyOrderElementsOf(waitStates());
  }

  /** Each act at each place on H2; on PostgreSQL, behind the same code, the acts take turns. */
  private Stream<Map.Entry<String, Consumer<PaperRun>>> actsAt(String place) {
    if (!TestDatabase.isPostgres()) {
      return acts.entrySet().stream();
    }
    int turn = List.copyOf(stories.keySet()).indexOf(place) % acts.size();
    return acts.entrySet().stream().skip(turn).limit(1);
  }

  @TestFactory
  Stream<DynamicNode> whateverHappensWhereverAPaperWaits() {
    return stories.entrySet().stream().map(story -> dynamicContainer(story.getKey(),
        actsAt(story.getKey()).flatMap(act -> story.getValue().stream().map(told -> dynamicTest(act.getKey(),
            () -> {
              clerk.onDay(START);
              PaperRun paper = told.get();
              assertThat(restsAt(paper)).contains(story.getKey());
              act.getValue().accept(paper);
              clerk.runDueJobs();
              Orphans.assertNone(engine, queries, paper.id);
              bringToItsEnd(paper);
              Orphans.assertNone(engine, queries, paper.id);
            })))));
  }

  private static Set<String> waitStates() throws IOException {
    Set<String> states = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("processes", "paper"))) {
      files.filter(file -> file.toString().endsWith(".bpmn"))
          .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowNode.class).stream())
          .forEach(node -> addWaitStates(node, states));
    }
    return states;
  }

  private static void addWaitStates(FlowNode node, Set<String> states) {
    if (node instanceof UserTask || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent
        || node instanceof EventBasedGateway) {
      states.add(node.getId());
    }
    var loop = node instanceof Activity activity
        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics multi ? multi : null;
    if (node.isCamundaAsyncBefore() || loop != null && loop.isCamundaAsyncBefore()) {
      states.add(node.getId() + BEFORE);
    }
    if (node.isCamundaAsyncAfter() || loop != null && loop.isCamundaAsyncAfter()) {
      states.add(node.getId() + AFTER);
    }
  }

  private Set<String> restsAt(PaperRun paper) {
    Set<String> states = new TreeSet<>();
    tasks(paper).forEach(task -> states.add(task.getTaskDefinitionKey()));
    for (String instance : tree(paper)) {
      engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance).list()
          .forEach(subscription -> states.add(subscription.getActivityId()));
    }
    for (Job job : jobs(paper)) {
      var definition = engine.getManagementService().createJobDefinitionQuery()
          .jobDefinitionId(job.getJobDefinitionId()).singleResult();
      states.add(definition.getActivityId() + switch (definition.getJobConfiguration()) {
        case "async-before" -> BEFORE;
        case "async-after" -> AFTER;
        default -> "";
      });
    }
    return states;
  }

  private List<String> tree(PaperRun paper) {
    List<String> instances = new ArrayList<>(List.of(paper.process()));
    engine.getRuntimeService().createProcessInstanceQuery().variableValueEquals("paperId", paper.id).list().stream()
        .map(ProcessInstance::getId).filter(instance -> !instances.contains(instance)).forEach(instances::add);
    for (int i = 0; i < instances.size(); i++) {
      engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(instances.get(i)).list().stream()
          .map(ProcessInstance::getId).filter(instance -> !instances.contains(instance)).forEach(instances::add);
    }
    return instances;
  }

  private List<Task> tasks(PaperRun paper) {
    return engine.getTaskService().createTaskQuery().processInstanceIdIn(tree(paper).toArray(String[]::new)).list();
  }

  private List<Job> jobs(PaperRun paper) {
    return tree(paper).stream()
        .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream())
        .toList();
  }

  private void bringToItsEnd(PaperRun paper) {
    for (int step = 0; !paper.details().state().closed() || urgent.runs(paper); step++) {
      assertThat(step).as("The paper waits at %s and comes to no end", restsAt(paper)).isLessThan(PATIENCE);
      List<Task> open = tasks(paper);
      if (open.isEmpty()) {
        clerk.onDay(Stream.concat(jobs(paper).stream().map(job -> EngineClock.dayOf(job.getDuedate())),
            meetingsAhead(paper)).min(Comparator.naturalOrder()).orElseThrow());
      } else {
        doTask(paper, open.get(0));
      }
    }
  }

  /** A station waits for the message of its meeting, whose timer is not among the paper's jobs. */
  private Stream<LocalDate> meetingsAhead(PaperRun paper) {
    return paper.details().consultations().stream().filter(station -> station.state().open())
        .map(PaperDetails.Station::date).filter(day -> day != null && day.isAfter(LocalDate.now(clock)));
  }

  private SequenceStation withMeeting(SequenceStation station) {
    PaperDetails.Station planned = queries.station(station.id());
    if (planned.meetingId() != null || planned.waitsFor() != null) {
      return station;
    }
    return new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(),
        meetings.ensure(council.get(station.organizationId()), LocalDate.now(clock).plusDays(14), null).id());
  }

  private void doTask(PaperRun paper, Task task) {
    switch (task.getTaskDefinitionKey()) {
      case "Task_Draft" -> paper.draft(Map.of());
      case "Task_ConfirmSequence" -> {
        if (paper.details().consultations().stream().noneMatch(station -> station.state().open()
            && (station.meetingId() != null || station.waitsFor() != null))) {
          paper.stations(new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.now(clock).plusDays(20)));
        }
        paper.sequence("Sitzungen festgelegt", paper.openStations().stream().map(this::withMeeting).toList()).confirm();
      }
      case "Task_CoSign" -> clerk.complete(task, Map.of("decision", "AGREED"));
      case "Task_Sign" -> paper.sign();
      case "Task_AssignAnswer" -> clerk.complete(task,
          Map.of("answerReference", paper.city.paper("Mitteilung").details().reference()));
      case "Task_RecordResult" -> {
        Map<String, Object> entered = new HashMap<>(Map.of("result", "ungeändert beschlossen"));
        if (!"".equals(clerk.fields(task).get("earlierOpen"))) {
          entered.put("handling", "WITH_RESERVATION");
        }
        clerk.complete(task, entered);
      }
      case "Task_AssignMeeting" -> clerk.complete(task,
          Map.of("meetingDate", LocalDate.now(clock).plusDays(7).toString()));
      case "Task_SignFirst" -> clerk.complete(task, UrgentWorld.HEAD_SIGNS);
      case "Task_SignSecond" -> clerk.complete(task, urgent.memberSigns(task, "Niklas Beispiel"));
      case "Task_ClarifyConsequences" -> clerk.complete(task, Map.of("rights", "NONE", "undo", "Vertrag kündigen"));
      case "Task_ClassifyResult" -> clerk.complete(task, Map.of("resultKind", "ACCEPTED"));
      case "Task_AssignReferralTarget" -> clerk.complete(task, Map.of("noTarget", true));
      default -> throw new AssertionError("Nobody knows how to do " + task.getTaskDefinitionKey());
    }
  }
}

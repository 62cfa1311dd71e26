package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings of a municipality of its own for each test, which the people of the office see through. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
abstract class MeetingStory {

  /** A Monday. */
  static final LocalDate START = LocalDate.of(2026, 1, 5);
  static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  static final LocalDate LATER = LocalDate.of(2026, 4, 14);

  @Autowired Clerk clerk;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired MeetingCalendar calendar;
  @Autowired Sessions sessions;
  @Autowired Agenda agenda;
  @Autowired LateItems lateItems;
  @Autowired MeetingHistory history;
  @Autowired PaperWorld papers;
  @Autowired ProcessEngine engine;

  final String city = "Sitzungsstadt " + UUID.randomUUID();
  private int references;

  @BeforeEach
  void beginOnMonday() {
    ProcessEngineTests.init(engine);
    clerk.onDay(START);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  Organization body(String name) {
    return council.find(city, name).orElseGet(() -> council.addBody(city, name, null, null, null));
  }

  Meeting plan(LocalDate day) {
    return plan("Bauausschuss", day, MeetingKind.REGULAR);
  }

  Meeting plan(String body, LocalDate day, MeetingKind kind) {
    Meeting meeting = meetings.plan(body(body), day, "15:30", kind);
    clerk.runDueJobs();
    return meeting;
  }

  /** Asks for an item without a station. Returns its id. */
  Long request(Meeting meeting, String type, boolean publicItem, String ground) {
    String reference = "%04d/2026".formatted(++references);
    return request(meeting, type, reference, publicItem, ground, null);
  }

  Long request(Meeting meeting, String type, String reference, boolean publicItem, String ground, String amended) {
    Long id = agenda.request(meeting.id(),
        new ItemRequest(null, reference, type, "Betreff " + reference, publicItem, ground, amended), null);
    clerk.runDueJobs();
    return id;
  }

  Meeting now(Meeting meeting) {
    return meetings.get(meeting.id());
  }

  ProcessInstance instance(Meeting meeting) {
    return clerk.instance(now(meeting).processInstanceId());
  }

  /** Lets the submission period end and releases the agenda; the invitation follows. */
  void release(Meeting meeting) {
    clerk.onDay(now(meeting).submissionUntil().toLocalDate().plusDays(1));
    complete(meeting, "Task_ReleaseAgenda", Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus"));
  }

  void complete(Meeting meeting, String task, Map<String, Object> entered) {
    clerk.complete(meeting.processInstanceId(), task, entered);
  }

  /** Lets the day of the meeting come. */
  void reach(Meeting meeting) {
    clerk.onDay(now(meeting).day());
  }

  void end(Meeting meeting, MeetingEnding ending, LocalDate resumesOn) {
    Map<String, Object> entered = new HashMap<>(Map.of("ending", ending.name(), "endTime", "18:05"));
    if (resumesOn != null) {
      entered.put("resumesOn", resumesOn.toString());
    }
    complete(meeting, "Task_HoldMeeting", entered);
  }

  void conclude(Long itemId) {
    agenda.conclude(itemId, RecordedResult.of("beschlossen", "einstimmig"));
    clerk.runDueJobs();
  }

  ItemDetails item(Long id) {
    return agenda.details(id);
  }

  /** Number and title of everything that is printed. */
  List<String> printed(Meeting meeting) {
    return agenda.of(meeting.id()).stream().filter(item -> item.number() != null)
        .map(item -> item.number() + " " + (item.reference() == null ? item.title() : item.reference())).toList();
  }

  List<String> told(Meeting meeting) {
    return history.of(meeting.id()).stream().map(MeetingEvent::description).toList();
  }

  /** When a timer of the meeting's process is due. */
  Date due(Meeting meeting, String timer) {
    return jobs(meeting).stream().filter(job -> engine.getManagementService().createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId().equals(timer))
        .map(Job::getDuedate).findFirst().orElseThrow(() -> new AssertionError("No timer " + timer));
  }

  List<Job> jobs(Meeting meeting) {
    return engine.getManagementService().createJobQuery().processInstanceId(meeting.processInstanceId()).list();
  }

  static Date moment(LocalDateTime time) {
    return Date.from(time.atZone(EngineClock.BERLIN).toInstant());
  }

  /** Fails if a job, a subscription or a task belongs to nobody, or a meeting that is over still has an instance. */
  void assertNoOrphans(Meeting meeting) {
    List<String> running = new ArrayList<>(engine.getRuntimeService().createProcessInstanceQuery().list().stream()
        .map(ProcessInstance::getId).toList());
    assertThat(engine.getManagementService().createJobQuery().noRetriesLeft().count()).isZero();
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(engine.getManagementService().createJobQuery().list()).extracting(Job::getProcessInstanceId)
        .filteredOn(Objects::nonNull).isSubsetOf(running);
    assertThat(engine.getRuntimeService().createEventSubscriptionQuery().list())
        .extracting(EventSubscription::getProcessInstanceId).filteredOn(Objects::nonNull).isSubsetOf(running);
    assertThat(engine.getTaskService().createTaskQuery().list()).extracting(Task::getProcessInstanceId)
        .isSubsetOf(running);
    assertThat(engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(String.valueOf(meeting.id()), "meeting").count())
        .isEqualTo(List.of(MeetingState.CANCELLED, MeetingState.MINUTES_RELEASED).contains(now(meeting).state())
            ? 0 : 1);
  }
}

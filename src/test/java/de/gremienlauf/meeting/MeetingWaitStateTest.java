package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.gremienlauf.engine.BusinessException;
import java.io.File;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wherever a meeting waits, it can be moved or called off, and nothing is left behind in the engine. */
class MeetingWaitStateTest extends MeetingStory {

  private final Map<String, Supplier<Meeting>> stories = new LinkedHashMap<>();
  private int bodies;

  MeetingWaitStateTest() {
    stories.put("Event_SubmissionDeadline", this::planned);
    stories.put("Task_ReleaseAgenda", () -> {
      Meeting meeting = planned();
      clerk.onDay(meeting.submissionUntil().toLocalDate().plusDays(1));
      return meeting;
    });
    stories.put("Event_MeetingDay", this::released);
    stories.put("Task_DecideLateItem", () -> {
      Meeting meeting = released();
      request(meeting, "Antrag", true, null);
      request(meeting, "Anfrage", true, null);
      return meeting;
    });
    stories.put("Task_HoldMeeting", () -> {
      Meeting meeting = released();
      reach(meeting);
      return meeting;
    });
  }

  private Meeting planned() {
    Meeting meeting = plan("Ausschuss Nummer " + ++bodies, DAY, MeetingKind.REGULAR);
    request(meeting, "Antrag", true, null);
    return meeting;
  }

  private Meeting released() {
    Meeting meeting = planned();
    release(meeting);
    return meeting;
  }

  @Test
  void everyWaitStateOfTheModelHasAStory() {
    Set<String> states = new TreeSet<>();
    Bpmn.readModelFromFile(new File("processes/meeting/meeting.bpmn")).getModelElementsByType(FlowNode.class).stream()
        .filter(node -> node instanceof UserTask || node instanceof IntermediateCatchEvent)
        .forEach(node -> states.add(node.getId()));
    assertThat(stories.keySet()).containsExactlyInAnyOrderElementsOf(states);
  }

  @TestFactory
  Stream<DynamicTest> whateverHappensWhereverAMeetingWaits() {
    Map<String, Consumer<Meeting>> acts = new LinkedHashMap<>();
    acts.put("move", this::move);
    acts.put("move twice", meeting -> {
      move(meeting);
      move(meeting);
    });
    acts.put("cancel", this::cancel);
    acts.put("move and cancel", meeting -> {
      move(meeting);
      cancel(meeting);
    });
    return stories.entrySet().stream().flatMap(story -> acts.entrySet().stream().map(act -> dynamicTest(
        story.getKey() + ": " + act.getKey(), () -> {
          clerk.onDay(START);
          Meeting meeting = story.getValue().get();
          assertThat(restsAt(meeting)).contains(story.getKey());
          act.getValue().accept(meeting);
          clerk.runDueJobs();
          assertNoOrphans(meeting);
          bringToItsEnd(meeting);
        })));
  }

  private Set<String> restsAt(Meeting meeting) {
    return new TreeSet<>(engine.getRuntimeService().getActiveActivityIds(meeting.processInstanceId()));
  }

  private void move(Meeting meeting) {
    if (now(meeting).state() == MeetingState.IN_SESSION) {
      assertThatThrownBy(() -> calendar.move(meeting.id(), LATER, null, null, "Sturm"))
          .isInstanceOf(BusinessException.class);
      return;
    }
    LocalDate day = now(meeting).day().plusDays(7);
    calendar.move(meeting.id(), day, null, null, "Sturm");
    clerk.runDueJobs();
    assertThat(due(meeting, "BoundaryEvent_DayWithoutInvitation")).isEqualTo(moment(day.atTime(1, 0)));
    assertThat(clerk.tasks(meeting.processInstanceId(), "Task_DecideLateItem")).isEmpty();
  }

  private void cancel(Meeting meeting) {
    calendar.cancel(meeting.id(), "Kein Bedarf");
    clerk.runDueJobs();
    assertThat(instance(meeting)).isNull();
    assertThat(agenda.of(meeting.id())).noneMatch(item -> item.state().open());
  }

  private void bringToItsEnd(Meeting meeting) {
    if (now(meeting).state() == MeetingState.CANCELLED) {
      return;
    }
    reach(meeting);
    agenda.of(meeting.id()).stream()
        .filter(item -> item.kind() == AgendaItemKind.PAPER && item.state() == AgendaItemState.ON_AGENDA)
        .forEach(item -> conclude(item.id()));
    Task task = clerk.task(meeting.processInstanceId(), "Task_HoldMeeting");
    clerk.complete(task, Map.of("ending", "CLOSED"));
    assertThat(now(meeting).state()).isNotIn(MeetingState.IN_SESSION, MeetingState.PLANNED);
  }
}

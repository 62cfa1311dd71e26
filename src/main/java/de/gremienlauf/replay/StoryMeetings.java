package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingEditors;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.NewMeeting;
import de.gremienlauf.meeting.RecordedResult;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets the bodies of projects meet: agenda, session, decisions on concepts, minutes. */
@Component
class StoryMeetings {

  private static final String MINUTE_TAKER = "schriftfuehrung";
  private static final String WINDOW = "nachspielen";
  private static final String USUAL_START = "10:00";
  private static final int DAYS_AHEAD = 21;
  private static final int DAYS_TO_MINUTES = 7;

  private final MeetingCalendar calendar;
  private final Meetings meetings;
  private final Agenda agenda;
  private final Attendances attendances;
  private final MinuteTaking minuteTaking;
  private final MeetingEditors editors;
  private final Council council;
  private final Concepts concepts;
  private final TaskDriver tasks;

  StoryMeetings(MeetingCalendar calendar, Meetings meetings, Agenda agenda, Attendances attendances,
      MinuteTaking minuteTaking, MeetingEditors editors, Council council, Concepts concepts, TaskDriver tasks) {
    this.calendar = calendar;
    this.meetings = meetings;
    this.agenda = agenda;
    this.attendances = attendances;
    this.minuteTaking = minuteTaking;
    this.editors = editors;
    this.council = council;
    this.concepts = concepts;
    this.tasks = tasks;
  }

  /** Plans a meeting some weeks ahead, and lets its session and its minutes follow on their days. */
  void plan(DrivenStory driven, StoryEvent event, Deed.Meeting told, StorySteps steps) {
    steps.add(event, event.date().minusDays(DAYS_AHEAD), () -> {
      Organization body = council.find(driven.municipality, told.body()).orElseThrow();
      Long meetingId = calendar.plan(new NewMeeting(body.id(), event.date(),
          Objects.requireNonNullElse(told.startTime(), USUAL_START), told.location(), MeetingKind.REGULAR, List.of(),
          null));
      List<Long> items = new ArrayList<>();
      told.items().forEach(item -> items.add(agenda.add(meetingId, AgendaItemKind.MATTER, item.title(), true, null)));
      steps.add(event, release(meetingId), () -> releaseAgenda(meetingId, told));
      steps.add(event, event.date(), () -> hold(driven, event, told, meetingId, items));
      if (told.minutes() != null) {
        steps.add(event, event.date().plusDays(DAYS_TO_MINUTES), () -> writeMinutes(meetingId, told));
        steps.add(event, told.minutes().released(), () -> releaseMinutes(meetingId, told.minutes()));
      }
    });
  }

  private LocalDate release(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    return meeting.submissionUntil() == null ? meeting.day().minusDays(1)
        : meeting.submissionUntil().toLocalDate().plusDays(1);
  }

  private void releaseAgenda(Long meetingId, Deed.Meeting told) {
    for (OpenTask task : tasks.openTasks(process(meetingId), "Task_ReleaseAgenda")) {
      tasks.complete(task, Map.of("agendaChecked", true,
          "startTime", Objects.requireNonNullElse(told.startTime(), USUAL_START),
          "location", Objects.requireNonNullElse(told.location(), "nicht überliefert")));
    }
    tasks.openTasks(process(meetingId), "Task_SendByPost")
        .forEach(task -> tasks.complete(task, Map.of("sent", true)));
  }

  private void hold(DrivenStory driven, StoryEvent event, Deed.Meeting told, Long meetingId, List<Long> items) {
    LocalTime start = LocalTime.parse(Objects.requireNonNullElse(told.startTime(), USUAL_START));
    tasks.as(MINUTE_TAKER, () -> {
      for (Member member : council.members(meetings.get(meetingId).organizationId(), event.date())) {
        attendances.arrive(meetingId, member.person().id(), start.minusMinutes(5), null);
      }
      minuteTaking.open(meetingId, start);
      editors.hold(meetingId, WINDOW, true);
      for (int i = 0; i < items.size(); i++) {
        Deed.Item item = told.items().get(i);
        if (item.text() != null) {
          minuteTaking.type(items.get(i), WINDOW, List.of(new MinuteTaking.Change("minutesText", null, item.text())));
        }
        agenda.conclude(items.get(i), RecordedResult.of(item.result(), null));
        if (item.concept() != null) {
          Long decision = decide(driven, item, meetingId, items.get(i));
          if (event.assumed().of("date")) {
            concepts.assumeDay(decision);
          }
        }
      }
    });
    Map<String, Object> entered = new HashMap<>(Map.of("ending", "CLOSED"));
    entered.put("endTime", told.endTime());
    tasks.complete(process(meetingId), "Task_HoldMeeting", entered);
  }

  /** The body decides on a version of a concept, which is added if it is not there yet. */
  private Long decide(DrivenStory driven, Deed.Item told, Long meetingId, Long itemId) {
    Long concept = driven.projects.keySet().stream().flatMap(project -> concepts.of(project).stream())
        .filter(one -> one.name().equals(told.concept())).findFirst().orElseThrow().id();
    int version = Objects.requireNonNullElse(told.version(), 1);
    while (concepts.versions(concept).size() < version) {
      concepts.addVersion(concept, told.revision(), null);
    }
    return concepts.decide(concept, version, meetings.get(meetingId).organizationId(), itemId);
  }

  private void writeMinutes(Long meetingId, Deed.Meeting told) {
    Map<String, Object> entered = new HashMap<>();
    entered.put("opening", told.opening());
    tasks.complete(process(meetingId), "Task_DraftMinutes", entered);
    tasks.openTasks(process(meetingId), "Task_SignMinutes")
        .forEach(task -> tasks.complete(task, Map.of("decision", "SIGN")));
  }

  private void releaseMinutes(Long meetingId, Deed.Minutes told) {
    Map<String, Object> entered = new HashMap<>(Map.of("released", true));
    if (!told.redacted().isEmpty()) {
      entered.put("namesToRedact", String.join("\n", told.redacted()));
      entered.put("releaseDecision", told.decision());
    }
    tasks.complete(process(meetingId), "Task_ReleaseMinutes", entered);
  }

  /** The meeting of a project body on a day. */
  Long held(DrivenStory driven, String body, LocalDate day) {
    return council.find(driven.municipality, body).flatMap(found -> meetings.on(found.id(), day)).map(Meeting::id)
        .orElseThrow(() -> new IllegalStateException(body + " hat am " + day + " nicht getagt."));
  }

  private String process(Long meetingId) {
    return meetings.get(meetingId).processInstanceId();
  }
}

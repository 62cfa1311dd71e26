package de.gremienlauf.replay;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Admission;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingDeadlines;
import de.gremienlauf.meeting.MeetingState;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Consultations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does for the meetings of a recorded case what the Gremienbüro did: agendas, supplements, the end of each session. */
@Component
class CaseMeetings {

  private static final String NOT_RECORDED = "nicht überliefert";

  private final Meetings meetings;
  private final Agenda agenda;
  private final MeetingDeadlines deadlines;
  private final Consultations consultations;
  private final TaskDriver tasks;
  private final Clock clock;

  CaseMeetings(Meetings meetings, Agenda agenda, MeetingDeadlines deadlines, Consultations consultations,
      TaskDriver tasks, Clock clock) {
    this.meetings = meetings;
    this.agenda = agenda;
    this.deadlines = deadlines;
    this.consultations = consultations;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Lets time pass until a day. Where submission deadlines are enforced, every agenda is released the day after its
   * deadline, and what came later goes onto it with a supplement.
   */
  void advance(DrivenCase driven, LocalDate day) {
    if (driven.deadlinesEnforced) {
      of(driven.entries).stream().filter(meeting -> meeting.processInstanceId() != null)
          .sorted(Comparator.comparing(Meeting::submissionUntil))
          .forEach(meeting -> releaseAgenda(meeting, day));
    }
    tasks.onDay(day);
  }

  private void releaseAgenda(Meeting meeting, LocalDate before) {
    LocalDate release = meeting.submissionUntil().toLocalDate().plusDays(1);
    if (!release.isBefore(before)) {
      return;
    }
    if (release.isAfter(LocalDate.now(clock))) {
      tasks.onDay(release);
    }
    for (OpenTask task : tasks.openTasks(meeting.processInstanceId(), "Task_ReleaseAgenda")) {
      tasks.complete(task, Map.of("agendaChecked", true, "startTime",
          Objects.requireNonNullElse(meeting.startTime(), "00:00"), "location", NOT_RECORDED));
    }
    for (OpenTask task : tasks.openTasks(meeting.processInstanceId(), "Task_DecideLateItem")) {
      tasks.complete(task, Map.of("lateDecision", "SUPPLEMENT", "reason", "Die Beratung ist so aufgezeichnet."));
    }
  }

  /** Says of a station that was asked for after the submission deadline of its meeting how late that was. */
  void reportIfLate(DrivenCase driven, int index) {
    if (!driven.deadlinesEnforced) {
      return;
    }
    ItemDetails item = agenda.details(consultations.agendaItem(driven.stations.get(index)));
    if (item.late()) {
      Meeting meeting = meetings.get(item.meetingId());
      ExplainedDate deadline = deadlines.submissionDeadline(meeting);
      driven.warn("LATE_SUBMISSION", "Beratung " + driven.entries.get(index).recorded().order() + ": Angemeldet am "
          + GermanDate.print(item.requestedOn()) + " zur Sitzung am " + GermanDate.print(meeting.day())
          + ", Abgabefrist war der " + GermanDate.print(deadline.date()) + " (" + deadline.ground() + ")"
          + (item.admission() == Admission.SUPPLEMENT ? "; Nachtrag " + item.supplementNumber() : "") + ".");
    }
  }

  /** Closes the meetings in which nothing is left to deal with. */
  void close(DrivenCase driven) {
    for (Meeting meeting : of(driven.entries)) {
      if (meeting.state() == MeetingState.IN_SESSION && meeting.processInstanceId() != null
          && agenda.of(meeting.id()).stream().noneMatch(item -> item.consultationId() != null && item.state().open())) {
        tasks.complete(meeting.processInstanceId(), "Task_HoldMeeting", Map.of("ending", "CLOSED"));
      }
    }
  }

  private List<Meeting> of(List<PlannedEntry> entries) {
    return entries.stream().map(entry -> meetings.on(entry.body().id(), entry.date())).flatMap(Optional::stream)
        .map(Meeting::id).distinct().map(meetings::get).toList();
  }
}

package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Moving, cancelling, joining, other periods, another body: whatever changes a meeting before its day. */
class MeetingChangeTest extends MeetingStory {

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.DECISION, 1, DAY);

  @Autowired PeriodWatch watch;

  @Test
  void aMovedMeetingMovesItsTimersAndDueDates() {
    Meeting meeting = plan(DAY);
    assertThat(due(meeting, "Event_SubmissionDeadline")).isEqualTo(moment(meeting.submissionUntil()));
    assertThat(due(meeting, "BoundaryEvent_DayWithoutInvitation")).isEqualTo(moment(DAY.atTime(1, 0)));
    calendar.move(meeting.id(), LATER, "17:00", "Bürgerhaus", "Saal belegt");
    Meeting moved = now(meeting);
    assertThat(moved.submissionUntil().toLocalDate()).isBetween(LATER.minusDays(30), LATER.minusDays(10));
    assertThat(due(meeting, "Event_SubmissionDeadline")).isEqualTo(moment(moved.submissionUntil()));
    assertThat(due(meeting, "BoundaryEvent_DayWithoutInvitation")).isEqualTo(moment(LATER.atTime(1, 0)));
    assertThat(jobs(meeting)).hasSize(2);
    assertThat(moved.originalDay()).isEqualTo(DAY);
    clerk.onDay(moved.submissionUntil().toLocalDate().plusDays(1));
    assertThat(clerk.task(meeting.processInstanceId(), "Task_ReleaseAgenda").getDueDate())
        .isEqualTo(EngineClock.endOf(moved.inviteUntil()));
    calendar.move(meeting.id(), LATER.plusDays(28), "17:00", "Bürgerhaus", "Schon wieder belegt");
    assertThat(instance(meeting)).isWaitingAt("Event_SubmissionDeadline").isNotWaitingAt("Task_ReleaseAgenda");
    assertThat(now(meeting).originalDay()).isEqualTo(DAY);
    clerk.onDay(now(meeting).submissionUntil().toLocalDate().plusDays(1));
    assertThat(clerk.task(meeting.processInstanceId(), "Task_ReleaseAgenda").getDueDate())
        .isEqualTo(EngineClock.endOf(now(meeting).inviteUntil())).isAfter(EngineClock.endOf(moved.inviteUntil()));
    assertThat(told(meeting)).anyMatch(line -> line.equals(
        "Verlegt von 03.03.2026, 15:30 Uhr auf 14.04.2026, 17:00 Uhr, Bürgerhaus: Saal belegt"));
  }

  @Test
  void whoWasInvitedIsToldOfTheMove() {
    Meeting meeting = plan(DAY);
    request(meeting, "Antrag", true, null);
    release(meeting);
    calendar.move(meeting.id(), LATER, "09:05", "Rathaus", "Sturm");
    assertThat(now(meeting).state()).isEqualTo(MeetingState.PLANNED);
    assertThat(now(meeting).agendaReleasedOn()).isNull();
    Long later = request(meeting, "Anfrage", true, null);
    assertThat(item(later).state()).isEqualTo(AgendaItemState.ON_AGENDA);
    release(meeting);
    assertThat(now(meeting).state()).isEqualTo(MeetingState.INVITED);
    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("act").list().stream()
        .filter(act -> meeting.processInstanceId().equals(engine.getHistoryService()
            .createHistoricProcessInstanceQuery().processInstanceId(act.getProcessInstanceId()).singleResult()
            .getSuperProcessInstanceId()))
        .map(act -> act.getValue())).containsExactlyInAnyOrder("INVITATION", "MOVED");
    reach(meeting);
    assertThat(instance(meeting)).isWaitingAt("Task_HoldMeeting");
    assertThatThrownBy(() -> calendar.move(meeting.id(), LATER.plusDays(7), null, null, "Sturm"))
        .hasMessage("Die Sitzung lässt sich nicht mehr verlegen, ihr Stand ist „Sitzungstag“.");
  }

  @Test
  void aMoveIsCheckedFirst() {
    Meeting meeting = plan(DAY);
    plan(LATER);
    assertThatThrownBy(() -> calendar.move(meeting.id(), LATER, null, null, "Sturm"))
        .hasMessage("Bauausschuss hat am 14.04.2026 schon eine Sitzung.");
    assertThatThrownBy(() -> calendar.move(meeting.id(), START.minusDays(1), null, null, "Sturm"))
        .hasMessageContaining("Vergangenheit");
    assertThatThrownBy(() -> calendar.move(meeting.id(), LATER.plusDays(1), null, null, " "))
        .hasMessage("Bitte geben Sie einen Grund an.");
    assertThatThrownBy(() -> calendar.move(meeting.id(), DAY, "15:30", null, "Sturm"))
        .hasMessageContaining("schon an diesem Tag");
    assertThat(now(meeting).day()).isEqualTo(DAY);
  }

  @Test
  void aProjectBodyMeetsLikeAnyOther() {
    Organization group = council.addProjectBody(city, "Lenkungsgruppe", "Projektgremium", null, null);
    Meeting meeting = meetings.get(calendar.plan(new NewMeeting(group.id(), DAY, "10:00", "Raum 1",
        MeetingKind.REGULAR, List.of(), null)));
    calendar.move(meeting.id(), LATER, "10:00", "Raum 2", "Raum belegt");
    assertThat(now(meeting).day()).isEqualTo(LATER);
  }

  @Test
  void whatIsOverIsNeitherMovedNorCancelled() {
    Meeting past = plan(START.minusDays(7));
    assertThat(past.processInstanceId()).isNull();
    assertThatThrownBy(() -> calendar.move(past.id(), LATER, null, null, "Sturm"))
        .hasMessage("Die Sitzung vom 29.12.2025 ist vorbei.");
    assertThatThrownBy(() -> calendar.cancel(past.id(), "Sturm")).hasMessageContaining("ist vorbei");
  }

  @Test
  void aCancelledMeetingHandsItsPapersOn() {
    var papersCity = papers.city();
    PaperRun paper = papersCity.paper("Beschlussvorlage").release(BUILDING);
    Organization building = papersCity.body("Bauausschuss", LATER);
    Meeting meeting = meetings.on(building.id(), DAY).orElseThrow();
    ProcessInstance instance = instance(meeting);
    calendar.cancel(meeting.id(), "Kein Bedarf");
    assertThat(instance).isEnded().hasPassed("EndEvent_MeetingCancelled")
        .hasNotPassed("CallActivity_InviteCancellation");
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(LATER);
    Meeting next = meetings.on(building.id(), LATER).orElseThrow();
    assertThat(agenda.of(next.id())).extracting(ItemDetails::consultationId)
        .containsExactly(paper.station("Bauausschuss").id());
    release(next);
    instance = instance(next);
    calendar.cancel(next.id(), "Kein Bedarf");
    clerk.runDueJobs();
    assertThat(instance).isEnded().hasPassed("CallActivity_InviteCancellation");
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Task_AssignMeeting");
    assertThat(agenda.of(next.id())).noneMatch(item -> item.state().open());
    assertThatThrownBy(() -> calendar.cancel(next.id(), "Noch einmal")).hasMessageContaining("sie ist abgesagt");
    assertNoOrphans(next);
  }

  /** Its meeting is called off between the confirmation of its sequence and its signature. */
  private PaperRun calledOffBeforeRelease(City city) {
    city.paper("Beschlussvorlage").release(BUILDING);
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING).confirm();
    calendar.cancel(paper.station("Bauausschuss").meetingId(), "Kein Bedarf");
    return paper;
  }

  @Test
  void aPaperThatIsNotYetReleasedGoesToTheNextMeetingToo() {
    City city = papers.city();
    PaperRun paper = calledOffBeforeRelease(city);
    Organization building = city.body("Bauausschuss", LATER);
    paper.sign();
    assertIsDealtWithLater(paper, building);
  }

  /** It is on the agenda of the body's later meeting, and its document says so. */
  private void assertIsDealtWithLater(PaperRun paper, Organization building) {
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(LATER);
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_MeetingDay");
    assertThat(agenda.of(meetings.on(building.id(), LATER).orElseThrow().id())).extracting(ItemDetails::consultationId)
        .contains(paper.station("Bauausschuss").id());
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text).map(text -> text.split(",")[0])
        .as("the new meeting is printed")
        .containsSubsequence("Neue Sitzung: Bauausschuss (Entscheidung) am 14.04.2026.",
            "Vorlage " + paper.details().reference() + " freigegeben");
  }

  @Test
  void aPaperThatIsNotYetReleasedAsksForAMeetingIfNoneIsKnown() {
    PaperRun paper = calledOffBeforeRelease(papers.city()).sign();
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Task_AssignMeeting");
  }

  @Test
  void aSequenceWithAMeetingThatIsCalledOffIsNotConfirmed() {
    City city = papers.city();
    city.paper("Beschlussvorlage").release(BUILDING);
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING);
    calendar.cancel(paper.station("Bauausschuss").meetingId(), "Kein Bedarf");
    assertThatThrownBy(paper::confirm).hasMessageContaining("Abgesagt ist: Bauausschuss (Entscheidung) am 03.03.2026."
        + " Bitte wählen Sie im Reiter „Beratungsfolge“ eine andere Sitzung.");
  }

  /** The paper's sequence is confirmed; while it waits for its signature its meeting takes place. */
  private Meeting heldBeforeRelease(PaperRun paper) {
    Meeting meeting = meetings.get(paper.station("Bauausschuss").meetingId());
    release(meeting);
    reach(meeting);
    end(meeting, MeetingEnding.CLOSED, null);
    clerk.onDay(DAY.plusDays(2));
    return meeting;
  }

  @Test
  void aPaperThatIsReleasedAfterItsMeetingGoesToTheNextOne() {
    City city = papers.city();
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING).confirm();
    PaperRun without = city.paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING).confirm();
    Meeting held = heldBeforeRelease(paper);
    without.sign();
    assertThat(without.consultation("Bauausschuss")).isWaitingAt("Task_AssignMeeting");
    Organization building = city.body("Bauausschuss", LATER);
    paper.sign();
    assertThat(agenda.of(held.id())).filteredOn(item -> item.consultationId() != null).isEmpty();
    assertIsDealtWithLater(paper, building);
  }

  @Test
  void aSequenceWithAMeetingThatIsOverIsNotConfirmed() {
    PaperRun paper = papers.city().paper("Beschlussvorlage").draft(Map.of()).stations(BUILDING);
    heldBeforeRelease(paper);
    assertThatThrownBy(paper::confirm).hasMessageContaining("Vorbei ist: Bauausschuss (Entscheidung) am 03.03.2026."
        + " Bitte wählen Sie im Reiter „Beratungsfolge“ eine andere Sitzung.");
  }

  @Test
  void aMeetingThatWasOnlyNotedKeepsThePaperThatItDealtWith() {
    PaperRun paper = papers.city().paper("Beschlussvorlage")
        .release(new Wish("Bauausschuss", ConsultationRole.DECISION, 1, START.minusDays(7)));
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(START.minusDays(7));
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Task_RecordResult");
  }

  @Test
  void severalBodiesMeetTogether() {
    var papersCity = papers.city();
    Organization building = papersCity.body("Bauausschuss");
    Organization social = papersCity.body("Sozialausschuss");
    Meeting meeting = meetings.plan(building, DAY, "15:30", MeetingKind.REGULAR);
    assertThatThrownBy(() -> calendar.join(meeting.id(), List.of(building.id()), "Gemeinsames Thema"))
        .hasMessageContaining("mindestens ein weiteres Gremium");
    calendar.join(meeting.id(), List.of(social.id()), "Gemeinsames Thema");
    assertThat(now(meeting).name()).isEqualTo("Gemeinsame Sitzung Bauausschuss und Sozialausschuss");
    assertThat(meetings.nextAfter(social.id(), START)).map(Meeting::id).contains(meeting.id());
    PaperRun paper = papersCity.paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, DAY),
        new Wish("Sozialausschuss", ConsultationRole.DECISION, 2, DAY));
    assertThat(agenda.of(meeting.id())).hasSize(2);
    paper.result("Bauausschuss", "zugestimmt").result("Sozialausschuss", "beschlossen");
    assertThat(paper.details().consultations()).allMatch(station -> station.concludedOn().equals(DAY));
  }

  @Test
  void stationsOfACancelledJointMeetingLookForTheirOwn() {
    var papersCity = papers.city();
    Organization building = papersCity.body("Bauausschuss", LATER);
    Long joint = calendar.plan(new NewMeeting(building.id(), DAY, null, null, MeetingKind.JOINT,
        List.of(papersCity.body("Sozialausschuss").id()), null));
    PaperRun paper = papersCity.paper("Beschlussvorlage").release(
        new Wish("Sozialausschuss", ConsultationRole.DECISION, 2, DAY));
    calendar.cancel(joint, "Kein Bedarf");
    assertThat(paper.consultation("Sozialausschuss")).isWaitingAt("Task_AssignMeeting");
  }

  @Test
  void otherPeriodsInTheTableMoveWhatWaits() throws IOException {
    Meeting waiting = plan(LATER.plusDays(63));
    Meeting released = plan("Rat", DAY, MeetingKind.REGULAR);
    release(released);
    watch.look();
    var before = due(waiting, "Event_SubmissionDeadline");
    Meeting open = plan("Hauptausschuss", now(released).invitedOn().plusDays(12), MeetingKind.REGULAR);
    String task = clerk.task(open.processInstanceId(), "Task_ReleaseAgenda").getId();
    var taskDue = clerk.task(open.processInstanceId(), "Task_ReleaseAgenda").getDueDate();
    String deployment = engine.getRepositoryService().createDeployment()
        .addString("processes/meeting/meeting-periods.dmn", everyNumberDoubled()).deploy().getId();
    try {
      watch.look();
      clerk.runDueJobs();
      assertThat(clerk.task(open.processInstanceId(), "Task_ReleaseAgenda").getId()).isNotEqualTo(task);
      assertThat(clerk.task(open.processInstanceId(), "Task_ReleaseAgenda").getDueDate()).isBefore(taskDue);
      assertThat(due(waiting(waiting), "Event_SubmissionDeadline")).isBefore(before);
      assertThat(now(released).state()).isEqualTo(MeetingState.INVITED);
      assertThat(told(waiting)).anyMatch(line -> line.startsWith("Fristen geändert: Abgabe bis "));
      int entries = told(waiting).size();
      watch.look();
      assertThat(told(waiting)).hasSize(entries);
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment, true);
      watch.look();
    }
    assertThat(due(waiting, "Event_SubmissionDeadline")).isEqualTo(before);
  }

  private Meeting waiting(Meeting meeting) {
    assertThat(instance(meeting)).isWaitingAt("Event_SubmissionDeadline");
    return meeting;
  }

  private static String everyNumberDoubled() throws IOException {
    return Pattern.compile("<text>(\\d+)</text>")
        .matcher(Files.readString(Path.of("processes/meeting/meeting-periods.dmn")))
        .replaceAll(number -> "<text>" + 2 * Integer.parseInt(number.group(1)) + "</text>");
  }

  @Test
  void aSucceededBodyHandsOnItsMeetingsAndStations() {
    var papersCity = papers.city();
    PaperRun paper = papersCity.paper("Beschlussvorlage").release(
        new Wish("Integrationsrat", ConsultationRole.HEARING, 1, START.plusDays(10)),
        new Wish("Integrationsrat", ConsultationRole.DECISION, 2, DAY));
    Organization former = papersCity.body("Integrationsrat");
    Organization successor = papersCity.body("Ausschuss für Chancengerechtigkeit");
    Meeting early = meetings.on(former.id(), START.plusDays(10)).orElseThrow();
    Meeting late = meetings.on(former.id(), DAY).orElseThrow();
    var due = due(late, "Event_SubmissionDeadline");
    council.succeed(former, successor, LocalDate.of(2026, 2, 1));
    clerk.runDueJobs();
    assertThat(now(early).organizationId()).isEqualTo(former.id());
    assertThat(now(late).organizationId()).isEqualTo(successor.id());
    assertThat(now(late).name()).isEqualTo("Sitzung Ausschuss für Chancengerechtigkeit");
    assertThat(due(late, "Event_SubmissionDeadline")).isEqualTo(moment(now(late).submissionUntil()))
        .isEqualTo(due);
    assertThat(paper.details().consultations()).extracting(PaperDetails.Station::organization)
        .containsExactly("Integrationsrat", "Ausschuss für Chancengerechtigkeit");
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text).anyMatch(text -> text.startsWith(
        "Nachfolge von Integrationsrat: Ausschuss für Chancengerechtigkeit"));
    paper.result("Integrationsrat", "zugestimmt").result("Ausschuss für Chancengerechtigkeit", "beschlossen");
    assertThat(paper.station("Ausschuss für Chancengerechtigkeit").concludedOn()).isEqualTo(DAY);
  }

  @Test
  void twoClerksAtOnceLeaveOneMeetingInOneState() throws Exception {
    Meeting meeting = plan(DAY);
    request(meeting, "Antrag", true, null);
    release(meeting);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Object>> acts = List.of(
          Executors.callable(() -> calendar.move(meeting.id(), LATER, null, null, "Sturm")),
          Executors.callable(() -> calendar.cancel(meeting.id(), "Kein Bedarf")));
      long failed = both.invokeAll(acts).stream().filter(act -> {
        try {
          act.get();
          return false;
        } catch (Exception refused) {
          return true;
        }
      }).count();
      assertThat(failed).isLessThanOrEqualTo(1);
    } finally {
      both.shutdown();
    }
    clerk.runDueJobs();
    assertThat(now(meeting).state()).isIn(MeetingState.PLANNED, MeetingState.CANCELLED);
    assertNoOrphans(meeting);
  }
}

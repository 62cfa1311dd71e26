package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** From the date in the calendar to the end of the session, each way that the model knows. */
class MeetingLifeTest extends MeetingStory {

  @Test
  void aMeetingIsPreparedHeldAndClosed() {
    Meeting meeting = plan(DAY);
    ProcessInstance instance = instance(meeting);
    Long paper = request(meeting, "Beschlussvorlage", true, null);
    assertThat(instance).isWaitingAt("Event_SubmissionDeadline");
    clerk.onDay(meeting.submissionUntil().toLocalDate().plusDays(1));
    Task task = clerk.task(meeting.processInstanceId(), "Task_ReleaseAgenda");
    assertThat(clerk.fields(task)).containsEntry("warningText", "").containsEntry("startTime", "15:30");
    assertThat((String) clerk.fields(task).get("agendaText")).contains("- Ö 1.1 0001/2026 Betreff 0001/2026");
    assertThat((String) clerk.fields(task).get("deadlineText")).contains("Abgabe bis", "§ 47", "Einladung bis");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("startTime", "15:30", "location", "Rathaus")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("geprüft");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("agendaChecked", true, "startTime", "halb vier")))
        .hasMessageContaining("keine Uhrzeit");
    complete(meeting, "Task_ReleaseAgenda", Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus"));
    assertThat(instance).isWaitingAt("Event_MeetingDay").hasPassed("CallActivity_Invite");
    assertThat(now(meeting).state()).isEqualTo(MeetingState.INVITED);
    assertThat(now(meeting).startTime()).isEqualTo("09:05");
    reach(meeting);
    assertThat(now(meeting).state()).isEqualTo(MeetingState.IN_SESSION);
    assertThat(now(meeting).invitationFinding()).isNull();
    assertThat(instance).isWaitingAt("Task_HoldMeeting").hasNotPassed("BoundaryEvent_DayWithoutInvitation");
    assertThatThrownBy(() -> end(meeting, MeetingEnding.CLOSED, null)).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Noch offen: Ö 1.1 Betreff 0001/2026.");
    assertThat(instance).isWaitingAt("Task_HoldMeeting");
    conclude(paper);
    end(meeting, MeetingEnding.CLOSED, null);
    assertThat(instance).hasPassed("Task_CloseMeeting").isWaitingAt("CallActivity_Minutes");
    assertThat(now(meeting).closedAt()).isNotNull();
    assertThat(now(meeting).endTime()).isEqualTo("18:05");
    assertThat(agenda.of(meeting.id())).allMatch(item -> item.state() == AgendaItemState.CONCLUDED);
    assertThat(told(meeting)).contains("Tagesordnung freigegeben.", "Eingeladen.", "Sitzungstag erreicht.",
        "Sitzung geschlossen, Ende 18:05 Uhr.");
    complete(meeting, "Task_DraftMinutes", Map.of());
    clerk.tasks(meeting.processInstanceId(), "Task_SignMinutes")
        .forEach(signing -> clerk.complete(signing, Map.of("decision", "SIGN", "signatory", "Erika Muster")));
    complete(meeting, "Task_ReleaseMinutes", Map.of("released", true));
    assertThat(instance).isEnded().hasPassed("EndEvent_MeetingDone");
    assertThat(now(meeting).state()).isEqualTo(MeetingState.MINUTES_RELEASED);
  }

  @Test
  void aForgottenAgendaHoldsNothingUp() {
    Meeting meeting = plan(DAY);
    Long paper = request(meeting, "Beschlussvorlage", true, null);
    reach(meeting);
    assertThat(instance(meeting)).isWaitingAt("Task_HoldMeeting").hasPassed("BoundaryEvent_DayWithoutInvitation");
    assertThat(now(meeting).invitationFinding()).startsWith("Nicht ordnungsgemäß eingeladen");
    assertThat(item(paper).number()).isEqualTo("Ö 1.1");
    Long added = request(meeting, "Beschlussvorlage", true, null);
    assertThat(item(added).number()).isEqualTo("Ö 1.2");
  }

  @Test
  void anInvitationThatIsTooLateIsNoted() {
    Meeting meeting = plan(DAY);
    clerk.onDay(DAY.minusDays(2));
    complete(meeting, "Task_ReleaseAgenda", Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus"));
    reach(meeting);
    assertThat(now(meeting).invitationFinding()).contains("Einladung am 01.03.2026");
  }

  @Test
  void anAdjournedMeetingGoesOnWithWhatIsLeft() {
    Meeting meeting = plan(DAY);
    Long done = request(meeting, "Beschlussvorlage", true, null);
    Long left = request(meeting, "Antrag", true, null);
    release(meeting);
    reach(meeting);
    ProcessInstance instance = instance(meeting);
    conclude(done);
    assertThatThrownBy(() -> end(meeting, MeetingEnding.ADJOURNED, null)).hasMessageContaining("an welchem Tag");
    assertThatThrownBy(() -> end(meeting, MeetingEnding.ADJOURNED, DAY)).hasMessageContaining("nicht nach dem");
    assertThatThrownBy(() -> end(meeting, MeetingEnding.CLOSED, LATER)).hasMessageContaining("nicht fortgesetzt");
    end(meeting, MeetingEnding.ADJOURNED, LATER);
    assertThat(instance).hasPassed("Task_PlanContinuation", "Task_CloseMeeting");
    Meeting next = meetings.on(body("Bauausschuss").id(), LATER).orElseThrow();
    assertThat(next.kind()).isEqualTo(MeetingKind.CONTINUED);
    assertThat(next.previousMeetingId()).isEqualTo(meeting.id());
    assertThat(item(left).state()).isEqualTo(AgendaItemState.MOVED);
    assertThat(agenda.of(next.id())).extracting(ItemDetails::title).containsExactly("Betreff 0002/2026");
    assertThat(instance(next)).isWaitingAt("Event_SubmissionDeadline");
  }

  @Test
  void withoutQuorumAllIsCalledASecondTime() {
    Meeting meeting = plan(DAY);
    request(meeting, "Antrag", true, null);
    release(meeting);
    reach(meeting);
    ProcessInstance instance = instance(meeting);
    end(meeting, MeetingEnding.NO_QUORUM, LATER);
    assertThat(instance).hasPassed("Task_PlanSecondMeeting").isWaitingAt("CallActivity_Minutes")
        .hasNotPassed("Task_CloseMeeting");
    assertThat(now(meeting).resumesOn()).isEqualTo(LATER);
    Meeting next = meetings.on(body("Bauausschuss").id(), LATER).orElseThrow();
    assertThat(next.kind()).isEqualTo(MeetingKind.SECOND);
    assertThat(agenda.of(next.id())).hasSize(1);
    assertThat(agenda.of(meeting.id())).noneMatch(item -> item.state().open());
  }

  @Test
  void theDayOfAnotherMeetingIsRefusedForTheContinuation() {
    Meeting meeting = plan(DAY);
    plan(LATER);
    request(meeting, "Antrag", true, null);
    reach(meeting);
    assertThatThrownBy(() -> end(meeting, MeetingEnding.ADJOURNED, LATER))
        .hasMessage("Bauausschuss hat am 14.04.2026 schon eine Sitzung.");
    assertThat(instance(meeting)).isWaitingAt("Task_HoldMeeting");
    assertThat(now(meeting).resumesOn()).isNull();
  }

  @Test
  void aProjectBodyHasTheSameMeetings() {
    Meeting meeting = plan("Lenkungsgruppe Einwanderung", DAY, MeetingKind.REGULAR);
    Long report = request(meeting, "Sachstandsbericht", true, null);
    release(meeting);
    reach(meeting);
    conclude(report);
    end(meeting, MeetingEnding.CLOSED, null);
    assertThat(now(meeting).invitationFinding()).isNull();
  }

  @Test
  void sixtyPapersStandOnOneAgenda() {
    Meeting meeting = plan(DAY);
    for (int i = 0; i < 60; i++) {
      request(meeting, i % 3 == 0 ? "Antrag" : "Beschlussvorlage", i % 5 != 0, i % 5 == 0 ? "Vertrag" : null);
    }
    release(meeting);
    reach(meeting);
    List<ItemDetails> items = agenda.of(meeting.id()).stream()
        .filter(item -> item.kind() == AgendaItemKind.PAPER).toList();
    assertThat(items).hasSize(60).extracting(ItemDetails::number).doesNotHaveDuplicates().doesNotContainNull();
    items.forEach(item -> agenda.conclude(item.id(), RecordedResult.of("beschlossen", "einstimmig")));
    ProcessInstance instance = instance(meeting);
    end(meeting, MeetingEnding.CLOSED, null);
    assertThat(instance).hasPassed("Task_CloseMeeting");
  }

  @Test
  void anyKindIsPlannedWithTheStartForm() {
    String own = council.ownMunicipality();
    String name = "Ausschuss " + city;
    String other = "Beirat " + city;
    council.addBody(own, name, null, null, null);
    council.addBody(own, other, null, null, null);
    Map<String, Object> entered = Map.of("organization", name, "kind", "JOINT", "day", "03.03.2026",
        "startTime", "17:00", "location", "Rathaus", "jointBodies", other);
    ProcessInstance instance = clerk.start(Meetings.PROCESS, entered);
    Meeting meeting = meetings.get(Long.valueOf(clerk.instance(instance.getId()).getBusinessKey()));
    assertThat(meeting.processInstanceId()).isEqualTo(instance.getId());
    assertThat(meeting.name()).isEqualTo("Gemeinsame Sitzung " + name + " und " + other);
    assertThat(engine.getRuntimeService().getVariables(instance.getId())).containsOnlyKeys("meetingId");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, entered)).hasMessageContaining("schon eine Sitzung");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, Map.of("meetingId", meeting.id())))
        .hasMessageContaining("schon einen Vorgang");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, Map.of("organization", "Niemand", "kind", "REGULAR",
        "day", "04.03.2026"))).hasMessageContaining("gibt es an diesem Tag nicht");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, Map.of("organization", name, "kind", "SECOND",
        "day", "04.03.2026"))).hasMessageContaining("Art der Sitzung");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, Map.of("organization", name, "kind", "JOINT",
        "day", "04.03.2026"))).hasMessageContaining("weiteren Gremien");
    assertThatThrownBy(() -> clerk.start(Meetings.PROCESS, Map.of("organization", name, "kind", "SPECIAL",
        "day", "04.01.2026"))).hasMessageContaining("Vergangenheit");
    calendar.cancel(meeting.id(), "Prüfung beendet");
  }

  @Test
  void aSpecialMeetingIsNamedSo() {
    assertThat(plan("Rat", LocalDate.of(2026, 3, 19), MeetingKind.SPECIAL).name()).isEqualTo("Sondersitzung Rat");
  }
}

package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What comes after the submission period, after the release of the agenda, or in the session itself. */
class LateItemTest extends MeetingStory {

  @Test
  void anItemIsLateFromTheEndOfThePeriodOn() {
    Meeting meeting = plan(DAY);
    EngineClock.set(moment(meeting.submissionUntil()).toInstant());
    Long inTime = request(meeting, "Antrag", true, null);
    EngineClock.set(moment(meeting.submissionUntil().plusMinutes(1)).toInstant());
    Long late = request(meeting, "Antrag", true, null);
    assertThat(item(inTime).late()).isFalse();
    assertThat(item(late).late()).isTrue();
    assertThat(item(late).state()).isEqualTo(AgendaItemState.ON_AGENDA);
    assertThat(meeting.submissionUntil().toLocalTime()).isIn(LocalTime.MIDNIGHT, LocalTime.NOON);
  }

  @Test
  void aLateItemComesWithASupplement() {
    Meeting meeting = plan(DAY);
    request(meeting, "Antrag", "0001", true, null, null);
    request(meeting, "Beschlussvorlage", "0002", true, null, null);
    release(meeting);
    List<String> before = printed(meeting);
    Long motion = request(meeting, "Antrag", "0003", true, null, null);
    Long secret = request(meeting, "Beschlussvorlage", "0004", false, "Vertrag", null);
    Task task = decision(meeting, "0003 Betreff 0003");
    assertThat(item(motion).state()).isEqualTo(AgendaItemState.REQUESTED);
    assertThat(item(motion).number()).isNull();
    assertThat(task.getDueDate()).isAfter(task.getCreateTime()).isBefore(EngineClock.endOf(DAY.plusDays(1)));
    assertThatThrownBy(() -> clerk.complete(task, Map.of())).isInstanceOf(BusinessException.class);
    clerk.complete(task, Map.of("lateDecision", "SUPPLEMENT", "reason", "Eilt"));
    clerk.complete(decision(meeting, "0004 Betreff 0004"), Map.of("lateDecision", "SUPPLEMENT"));
    assertThat(item(motion)).returns("Ö 1.2", ItemDetails::number).returns(1, ItemDetails::supplementNumber)
        .returns(Admission.SUPPLEMENT, ItemDetails::admission).returns("Eilt", ItemDetails::admissionReason);
    assertThat(item(secret)).returns("N 1.1", ItemDetails::number).returns(2, ItemDetails::supplementNumber)
        .returns("Vertragsangelegenheit", ItemDetails::neutralTitle);
    assertThat(printed(meeting)).containsAll(before).containsExactly("Ö 1 Anträge", "Ö 1.1 0001", "Ö 1.2 0003",
        "Ö 2 Vorlagen der Verwaltung", "Ö 2.1 0002", "Ö 3 Mitteilungen der Verwaltung", "Ö 4 Mündliche Anfragen",
        "N 1 Nachtrag", "N 1.1 0004");
    assertThat(instance(meeting)).hasPassed("CallActivity_InviteSupplement").isWaitingAt("Event_MeetingDay");
    assertThatThrownBy(() -> lateItems.supplement(motion, null)).hasMessageContaining("inzwischen entschieden");
  }

  @Test
  void aLateItemWaitsForTheNextMeeting() {
    var papersCity = papers.city();
    var building = papersCity.body("Bauausschuss", DAY, LATER);
    Meeting meeting = meetings.on(building.id(), DAY).orElseThrow();
    release(meeting);
    PaperRun paper = papersCity.paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.DECISION, 1, DAY));
    complete(meeting, "Task_DecideLateItem", Map.of("lateDecision", "NEXT_MEETING"));
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(LATER);
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_MeetingDay");
    assertThat(instance(meeting)).hasNotPassed("CallActivity_InviteSupplement", "BoundaryEvent_RequestSettled");
    assertThat(agenda.of(meeting.id())).anyMatch(item -> item.state() == AgendaItemState.MOVED);
    paper.result("Bauausschuss", "beschlossen");
    assertThat(paper.station("Bauausschuss").concludedOn()).isEqualTo(LATER);
  }

  /** Without a paper nothing would ask for another meeting: the item would be lost. */
  @Test
  void aLateItemWithoutPaperStaysUntilThereIsANextMeeting() {
    Meeting meeting = plan(DAY);
    release(meeting);
    Long matter = agenda.add(meeting.id(), AgendaItemKind.MATTER, "Resolution", true, null);
    clerk.runDueJobs();
    assertThatThrownBy(() -> clerk.complete(decision(meeting, "Resolution"), Map.of("lateDecision", "NEXT_MEETING")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("keine nächste Sitzung");
    assertThat(item(matter).state()).isEqualTo(AgendaItemState.REQUESTED);
    assertThat(told(meeting)).noneMatch(line -> line.contains("Resolution"));
    Meeting next = plan(LATER);
    clerk.complete(decision(meeting, "Resolution"), Map.of("lateDecision", "NEXT_MEETING"));
    assertThat(item(matter).state()).isEqualTo(AgendaItemState.MOVED);
    assertThat(agenda.of(next.id())).extracting(ItemDetails::title).containsExactly("Resolution");
  }

  @Test
  void aLateItemWithoutPaperHasNoNextMeetingAfterAJointOne() {
    plan(LATER);
    Long id = calendar.plan(new NewMeeting(body("Bauausschuss").id(), DAY, "15:30", null, MeetingKind.JOINT,
        List.of(body("Finanzausschuss").id()), null));
    clerk.runDueJobs();
    Meeting joint = meetings.get(id);
    release(joint);
    Long matter = agenda.add(id, AgendaItemKind.MATTER, "Resolution", true, null);
    clerk.runDueJobs();
    assertThatThrownBy(() -> clerk.complete(decision(joint, "Resolution"), Map.of("lateDecision", "NEXT_MEETING")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("gemeinsamen Sitzung");
    assertThat(item(matter).state()).isEqualTo(AgendaItemState.REQUESTED);
  }

  @Test
  void theHistorySaysWhatEndsWithTheMeeting() {
    Meeting closed = plan(DAY);
    release(closed);
    Long late = agenda.add(closed.id(), AgendaItemKind.MATTER, "Resolution", true, null);
    reach(closed);
    end(closed, MeetingEnding.CLOSED, null);
    assertThat(item(late).state()).isEqualTo(AgendaItemState.REMOVED);
    assertThat(told(closed)).anyMatch(line -> line.contains("Resolution") && line.contains("keine nächste Sitzung"));

    Meeting cancelled = plan(LATER);
    Long matter = agenda.add(cancelled.id(), AgendaItemKind.MATTER, "Zweite Resolution", true, null);
    calendar.cancel(cancelled.id(), "Kein Bedarf");
    clerk.runDueJobs();
    assertThat(item(matter).state()).isEqualTo(AgendaItemState.REMOVED);
    assertThat(told(cancelled))
        .anyMatch(line -> line.contains("Zweite Resolution") && line.contains("keine nächste Sitzung"));
  }

  @Test
  void aRequestThatIsTakenBackNeedsNoDecision() {
    Meeting meeting = plan(DAY);
    release(meeting);
    Long kept = request(meeting, "Antrag", true, null);
    Long withdrawn = request(meeting, "Antrag", true, null);
    agenda.withdraw(withdrawn, "Zurückgezogen");
    assertThat(clerk.tasks(meeting.processInstanceId(), "Task_DecideLateItem")).hasSize(1);
    assertThat(item(kept).state()).isEqualTo(AgendaItemState.REQUESTED);
    assertThat(instance(meeting)).hasPassed("BoundaryEvent_RequestSettled");
  }

  @Test
  void whatIsUndecidedOnTheDayIsForTheBody() {
    Meeting meeting = plan(DAY);
    plan(LATER);
    release(meeting);
    Long urgent = request(meeting, "Antrag", true, null);
    Long other = request(meeting, "Antrag", true, null);
    assertThatThrownBy(() -> lateItems.extend(urgent, "Eilt")).hasMessageContaining("in der Sitzung");
    reach(meeting);
    assertThat(instance(meeting)).isWaitingAt("Task_HoldMeeting").isNotWaitingAt("Task_DecideLateItem");
    assertThatThrownBy(() -> lateItems.extend(urgent, " ")).hasMessageContaining("keinen Aufschub");
    lateItems.extend(urgent, "Frist läuft morgen ab");
    Long matter = lateItems.extend(meeting.id(), "Wasserrohrbruch", false, "Vertrag", "Gefahr");
    assertThat(item(urgent)).returns("Ö 3.1", ItemDetails::number)
        .returns(Admission.EXTENSION, ItemDetails::admission).returns(AgendaItemState.ON_AGENDA, ItemDetails::state);
    assertThat(item(matter)).returns("N 1.1", ItemDetails::number).returns(AgendaItemKind.MATTER, ItemDetails::kind);
    assertThatThrownBy(() -> lateItems.extend(meeting.id(), "Ohne Grund", false, null, "Gefahr"))
        .hasMessageContaining("Grund der Nichtöffentlichkeit");
    conclude(urgent);
    conclude(matter);
    end(meeting, MeetingEnding.CLOSED, null);
    assertThat(item(other).state()).isEqualTo(AgendaItemState.MOVED);
    Meeting next = meetings.on(body("Bauausschuss").id(), LATER).orElseThrow();
    assertThat(agenda.of(next.id())).extracting(ItemDetails::title).containsExactly(item(other).title());
  }

  @Test
  void anItemChangesItsPart() {
    Meeting meeting = plan(DAY);
    request(meeting, "Antrag", "0001", true, null, null);
    Long moved = request(meeting, "Antrag", "0002", true, null, null);
    request(meeting, "Antrag", "0003", true, null, null);
    assertThatThrownBy(() -> lateItems.changePart(moved, false, "Vertrag", "Eilt")).hasMessageContaining("Sitzung");
    release(meeting);
    reach(meeting);
    assertThatThrownBy(() -> lateItems.changePart(moved, false, null, "Zahlen eines Bieters"))
        .hasMessageContaining("Grund der Nichtöffentlichkeit");
    assertThatThrownBy(() -> lateItems.changePart(moved, true, null, "Nichts")).hasMessageContaining("schon im");
    lateItems.changePart(moved, false, "Vergabe", "Zahlen eines Bieters");
    assertThat(item(moved)).returns("N 1.1", ItemDetails::number).returns(false, ItemDetails::publicItem)
        .returns("Vergabeangelegenheit", ItemDetails::neutralTitle);
    assertThat(item(moved).recorded().remark()).isEqualTo("Zuvor Ö 1.2. Zahlen eines Bieters");
    assertThat(printed(meeting)).contains("Ö 1.1 0001", "Ö 1.3 0003", "N 1 Aus dem öffentlichen Teil");
    lateItems.neutralTitle(moved, "Bauleistungen");
    assertThat(item(moved).neutralTitle()).isEqualTo("Bauleistungen");
    lateItems.changePart(moved, true, null, "Doch öffentlich");
    assertThat(item(moved)).returns("Ö 1.4", ItemDetails::number).returns(null, ItemDetails::nonPublicGround);
    conclude(moved);
    assertThatThrownBy(() -> lateItems.changePart(moved, false, "Vergabe", "Zu spät"))
        .hasMessageContaining("nicht mehr verschieben");
  }

  private Task decision(Meeting meeting, String item) {
    return clerk.tasks(meeting.processInstanceId(), "Task_DecideLateItem").stream()
        .filter(task -> item.equals(clerk.fields(task).get("itemText"))).findFirst().orElseThrow();
  }
}

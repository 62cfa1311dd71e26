package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The sequence may change at any time, with a reason once the paper is released. */
class SequenceChangeTest extends PaperStory {

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3));
  private static final Wish FINANCE = new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 4));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 26));

  @Test
  void aBodyIsAddedWhileOthersWait() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.add("Auf Wunsch des Rates", new Wish("Sozialausschuss", ConsultationRole.HEARING, 1, day(2, 10)));
    ProcessInstance added = paper.consultation("Sozialausschuss");
    assertThat(added).isWaitingAt("Event_MeetingDay");
    assertThat(paper.station("Sozialausschuss").origin()).isEqualTo(ConsultationOrigin.CHANGE);
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text).contains("Beratungsfolge geändert"
        + " (Auf Wunsch des Rates): neu: Sozialausschuss (Anhörung) am 10.02.2026.");
    paper.result("Bauausschuss", "zugestimmt").result("Sozialausschuss", "zugestimmt").result("Rat", "beschlossen");
    assertThat(added).isEnded().hasPassed("Task_ApplyResult");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aBodyIsTakenOut() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    assertThatThrownBy(() -> paper.remove(" ", "Bauausschuss")).hasMessage("Bitte geben Sie einen Grund an.");
    assertThat(building).isWaitingAt("Event_MeetingDay");
    paper.remove("Nicht zuständig", "Bauausschuss");
    assertThat(building).isEnded().hasPassed("EndEvent_StationDropped").hasNotPassed("Task_ApplyResult");
    assertThat(paper.station("Bauausschuss").dropReason())
        .isEqualTo("aus der Beratungsfolge genommen: Nicht zuständig");
  }

  @Test
  void ranksRolesAndMeetingsChange() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance council = paper.consultation("Rat");
    Long later = city.station(new Wish("Rat", ConsultationRole.DECISION, 1, day(3, 26))).meetingId();
    paper.sequence("Neu geordnet", paper.openStations().stream().map(station ->
        station.rank() == 1
            ? new SequenceStation(station.id(), station.organizationId(), ConsultationRole.HEARING, 3,
                station.meetingId())
            : new SequenceStation(station.id(), station.organizationId(), station.role(), 1, later)).toList());
    assertThat(council).isWaitingAt("Event_MeetingDay").hasPassed("BoundaryEvent_StationChanged");
    assertThat(paper.details().consultations()).extracting(PaperDetails.Station::organization)
        .containsExactly("Rat", "Bauausschuss");
    assertThat(paper.station("Bauausschuss").role()).isEqualTo(ConsultationRole.HEARING);
    clerk.onDay(day(2, 26));
    assertThat(clerk.tasks(council.getId(), "Task_RecordResult")).isEmpty();
    paper.result("Rat", "beschlossen");
    assertThat(paper.station("Rat").concludedOn()).isEqualTo(day(3, 26));
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aMeetingIsMovedAfterItsDayHasCome() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(COUNCIL);
    ProcessInstance council = paper.consultation("Rat");
    clerk.onDay(day(2, 26));
    assertThat(council).isWaitingAt("Task_RecordResult");
    SequenceStation open = paper.openStations().get(0);
    Long later = city.station(new Wish("Rat", ConsultationRole.DECISION, 1, day(3, 26))).meetingId();
    paper.sequence("Sitzung fiel aus", List.of(
        new SequenceStation(open.id(), open.organizationId(), open.role(), open.rank(), later)));
    assertThat(council).isWaitingAt("Event_MeetingDay").isNotWaitingAt("Task_RecordResult");
  }

  @Test
  void aMeetingOfAnotherBodyIsRefused() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    Long other = city.station(BUILDING).meetingId();
    SequenceStation council = paper.openStations().get(1);
    assertThatThrownBy(() -> paper.sequence("Tausch", List.of(
        new SequenceStation(council.id(), council.organizationId(), council.role(), council.rank(), other))))
        .isInstanceOf(BusinessException.class).hasMessage("Die gewählte Sitzung ist keine Sitzung dieses Gremiums.");
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.REGISTERED);
  }

  @Test
  void aStationThatWasConcludedMeanwhileIsNotChanged() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    List<SequenceStation> seen = paper.openStations();
    paper.result("Bauausschuss", "zugestimmt");
    assertThatThrownBy(() -> paper.sequence("Veraltet", seen)).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Eine der Stationen ist inzwischen beraten");
  }

  @Test
  void whoWaitedForABodyThatIsTakenOutGoesOn() {
    City city = world.city();
    city.body("Bauausschuss", day(3, 10));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    ProcessInstance building = paper.consultation("Bauausschuss");
    assertThat(building).isWaitingAt("Event_OtherBodyConcluded");
    paper.remove("Nicht zuständig", "Finanzausschuss");
    assertThat(building).isWaitingAt("Event_MeetingDay");
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(3, 10));
  }

  @Test
  void bothAreTakenOutThoughOneWaitsForTheOther() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(FINANCE, BUILDING, COUNCIL);
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    paper.sequence("Beide nicht zuständig", paper.openStations().stream()
        .filter(station -> station.role() == ConsultationRole.DECISION).toList());
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    assertThat(paper.station("Finanzausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    paper.result("Rat", "beschlossen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void theLastStationIsTakenOutAndTheRunEnds() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL);
    ProcessInstance process = paper.instance();
    paper.remove("Keine Beratung mehr nötig", "Rat");
    assertThat(process).isEnded();
    assertThat(paper.details().state()).isEqualTo(PaperState.CONSULTED);
  }

  @Test
  void aStationAddedAfterTheEndReopensTheRun() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL);
    paper.result("Rat", "beschlossen");
    paper.add("Auch zur Kenntnis", new Wish("Sozialausschuss", ConsultationRole.NOTICE, 3, day(3, 10)));
    assertThat(paper.instance()).hasPassed("StartEvent_RunReopened").isWaitingAt("CallActivity_CommitteeRun");
    paper.result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aWithdrawnPaperKeepsItsSequence() {
    PaperRun released = world.city().paper("Beschlussvorlage").release(COUNCIL).withdraw("Überholt");
    PaperRun draft = world.city().paper("Beschlussvorlage").withdraw("Überholt");
    for (PaperRun paper : List.of(released, draft)) {
      assertThatThrownBy(() -> paper.add("Doch noch", BUILDING)).isInstanceOf(BusinessException.class)
          .hasMessage("Die Vorlage wurde zurückgezogen; ihre Beratungsfolge lässt sich nicht mehr ändern.");
    }
  }
}

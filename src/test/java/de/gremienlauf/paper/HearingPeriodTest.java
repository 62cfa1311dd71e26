package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingEditors;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A district council that says nothing in its period has agreed. The papers are released on Monday, 5 January 2026. */
class HearingPeriodTest extends PaperStory {

  private static final String DISTRICT = "Bezirksvertretung 7 (Porz)";
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(5, 7));

  @Autowired Agenda agenda;
  @Autowired MeetingCalendar calendar;
  @Autowired MeetingEditors editors;
  @Autowired TaskDriver driver;
  @Autowired MinuteTaking minuteTaking;
  @Autowired HearingPeriodRepository rows;
  @Autowired CouncilRecess recess;

  private PaperRun paper;

  @AfterEach
  void nothingIsLeftBehind() {
    Orphans.assertNone(engine, queries, paper.id);
  }

  private PaperRun heard(LocalDate meeting) {
    return heard(world.city(), meeting);
  }

  private PaperRun heard(City city, LocalDate meeting) {
    paper = city.paper("Beschlussvorlage")
        .release(new Wish(DISTRICT, ConsultationRole.HEARING, 1, meeting), COUNCIL);
    return paper;
  }

  private LocalDate lastDay() {
    return rows.findByConsultationId(paper.station(DISTRICT).id()).orElseThrow().lastDay();
  }

  private List<ProcessInstance> periods() {
    return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("hearing-period")
        .variableValueEquals("paperId", paper.id).list();
  }

  @Test
  void silenceIsConsent() {
    heard(day(2, 3));
    assertThat(lastDay()).isEqualTo(day(2, 16));
    clerk.onDay(day(2, 16));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    Long item = consultations.agendaItem(paper.station(DISTRICT).id());
    clerk.onDay(day(2, 17));
    PaperDetails.Station station = paper.station(DISTRICT);
    assertThat(station.kindLabel()).isEqualTo("Zustimmung durch Fristablauf");
    assertThat(station.effect()).isEqualTo(ResultEffect.DEEMED_CONSENT);
    assertThat(station.concludedOn()).isEqualTo(day(2, 16));
    assertThat(agenda.details(item).state()).isEqualTo(AgendaItemState.REMOVED);
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
        .anyMatch(text -> text.startsWith(DISTRICT + " hat sich bis 16.02.2026 nicht geäußert, Zustimmung durch"));
    assertThat(periods()).isEmpty();
    assertThat(paper.result("Rat", "beschlossen").details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void thePeriodLastsAtLeastUntilTheMeetingAndLeavesTimeToRecordIt() {
    heard(day(3, 12));
    assertThat(lastDay()).isEqualTo(day(3, 12));
    clerk.onDay(day(3, 16));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    paper.result(DISTRICT, "abgelehnt");
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.REJECTED);
    assertThat(periods()).isEmpty();
  }

  @Test
  void theRecessDoesNotCount() {
    City city = world.city();
    recess.add(city.name, day(1, 12), day(1, 25));
    heard(city, day(2, 3));
    assertThat(lastDay()).isEqualTo(day(3, 2));
  }

  @Test
  void anAnswerEndsThePeriod() {
    heard(day(2, 3)).result(DISTRICT, "zugestimmt");
    assertThat(periods()).isEmpty();
    clerk.onDay(day(2, 20));
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.CONTINUE);
  }

  @Test
  void aPostponedHearingHasTimeUntilItsNextMeeting() {
    heard(day(2, 3));
    paper.city.body(DISTRICT, day(4, 14));
    paper.result(DISTRICT, "vertagt");
    assertThat(lastDay()).isEqualTo(day(4, 14));
    assertThat(periods()).hasSize(1);
    clerk.onDay(day(4, 10));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    clerk.onDay(day(5, 1));
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.DEEMED_CONSENT);
  }

  @Test
  void anotherMeetingBringsAnotherPeriod() {
    heard(day(2, 3));
    List<ProcessInstance> first = periods();
    Long meeting = paper.city.station(new Wish(DISTRICT, ConsultationRole.HEARING, 1, day(3, 10))).meetingId();
    paper.sequence("Sitzung verlegt", paper.openStations().stream()
        .map(one -> one.role() != ConsultationRole.HEARING ? one
            : new SequenceStation(one.id(), one.organizationId(), one.role(), one.rank(), meeting)).toList());
    assertThat(lastDay()).isEqualTo(day(3, 10));
    assertThat(periods()).hasSize(1).extracting(ProcessInstance::getId).doesNotContain(first.get(0).getId());
  }

  @Test
  void aMovedMeetingMovesThePeriod() {
    heard(day(2, 3));
    List<ProcessInstance> first = periods();
    clerk.onDay(day(1, 30));
    moveMeeting(day(3, 10));
    assertThat(lastDay()).isEqualTo(day(3, 10));
    assertThat(periods()).hasSize(1).extracting(ProcessInstance::getId).doesNotContain(first.get(0).getId());
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
        .contains("Anhörungsfrist " + DISTRICT + " bis 10.03.2026.");
    clerk.onDay(day(3, 10));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    paper.result(DISTRICT, "abgelehnt");
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.REJECTED);
    assertThat(periods()).isEmpty();
  }

  @Test
  void aMeetingMovedToTheLastDayLeavesTimeToRecordIt() {
    heard(day(2, 3));
    moveMeeting(day(2, 16));
    assertThat(lastDay()).isEqualTo(day(2, 16));
    clerk.onDay(day(2, 18));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    assertThat(periods()).hasSize(1);
    clerk.onDay(day(2, 19));
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.DEEMED_CONSENT);
    assertThat(periods()).isEmpty();
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
        .containsOnlyOnce("Anhörungsfrist " + DISTRICT + " bis 16.02.2026.");
  }

  @Test
  void aRecessThatBecameKnownLaterIsHeededWhenThePeriodEnds() {
    heard(day(2, 3));
    recess.add(paper.city.name, day(1, 12), day(1, 25));
    clerk.onDay(day(2, 17));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    assertThat(lastDay()).isEqualTo(day(3, 2));
    assertThat(periods()).hasSize(1);
    clerk.onDay(day(3, 3));
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.DEEMED_CONSENT);
    assertThat(paper.station(DISTRICT).concludedOn()).isEqualTo(day(3, 2));
    assertThat(periods()).isEmpty();
  }

  private void moveMeeting(LocalDate to) {
    calendar.move(paper.station(DISTRICT).meetingId(), to, "17:00", "Bezirksrathaus", "Saal belegt");
  }

  @Test
  void whatIsDroppedOrRevisedHasNoPeriod() {
    heard(day(2, 3)).remove("Nicht betroffen", DISTRICT);
    assertThat(periods()).isEmpty();
    heard(day(2, 3)).revise("Neue Zahlen");
    assertThat(periods()).isEmpty();
    clerk.onDay(day(1, 7));
    paper.draft(Map.of()).confirm().sign();
    assertThat(periods()).hasSize(1);
    assertThat(lastDay()).isEqualTo(day(2, 16));
  }

  @Test
  void whatTheMinuteTakerHasBegunToTypeIsNoSilence() {
    heard(day(2, 12));
    clerk.onDay(day(2, 12));
    Long item = consultations.agendaItem(paper.station(DISTRICT).id());
    driver.as("schriftfuehrung", () -> {
      editors.hold(agenda.details(item).meetingId(), "Fenster", false);
      minuteTaking.type(item, "Fenster", List.of(new MinuteTaking.Change("result", null, "abgelehnt")));
    });
    clerk.onDay(day(3, 20));
    assertThat(paper.station(DISTRICT).state()).isEqualTo(ConsultationState.REGISTERED);
    assertThat(periods()).isEmpty();
  }

  @Test
  void aLateAnswerIsACorrection() {
    heard(day(2, 3));
    clerk.onDay(day(2, 18));
    paper.correct(DISTRICT, "abgelehnt", "Auszug kam zu spät");
    assertThat(paper.station(DISTRICT).effect()).isEqualTo(ResultEffect.REJECTED);
    assertThat(paper.station(DISTRICT).result()).isEqualTo("abgelehnt");
  }

  @Test
  void otherBodiesAndOtherRolesMustAnswer() {
    paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.HEARING, 1, day(2, 3)),
        new Wish(DISTRICT, ConsultationRole.PRELIMINARY, 1, day(2, 3)), COUNCIL);
    assertThat(periods()).isEmpty();
  }

  @Test
  void aDecisionSaysFromWhenItMayBeCarriedOut() {
    heard(day(2, 3)).result(DISTRICT, "zugestimmt");
    assertThat(paper.station(DISTRICT).enforceable()).isNull();
    paper.result("Rat", "beschlossen");
    PaperDetails.Enforceable from = paper.station("Rat").enforceable();
    assertThat(from.date()).isEqualTo(day(5, 11));
    assertThat(from.ground()).startsWith("§ 54 Abs. 1 GO NRW");
    assertThat(from.steps()).last().asString().startsWith("Vollziehbar ab");
  }
}

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

/** A recorded result was wrong: its effect is taken back and the right one takes place. */
class CorrectionTest extends PaperStory {

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3));
  private static final Wish FINANCE = new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 4));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 26));
  private static final Wish INFORMED = new Wish("Sozialausschuss", ConsultationRole.NOTICE, 3, day(3, 24));

  @Test
  void aPostponementIsTakenBack() {
    City city = world.city();
    city.body("Bauausschuss", day(3, 3));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    Long corrected = paper.station("Bauausschuss").id();
    paper.result("Bauausschuss", "vertagt");
    ProcessInstance next = paper.consultation("Bauausschuss");
    results.correct(corrected, "ungeändert empfohlen", null, "einstimmig", "Zeile verwechselt");
    clerk.runDueJobs();
    assertThat(next).isEnded().hasPassed("StartEvent_StationDropped").hasNotPassed("Task_RecordResult");
    assertThat(paper.station("Bauausschuss")).returns(ConsultationState.DROPPED, PaperDetails.Station::state)
        .returns("Ergebnis berichtigt: Bauausschuss", PaperDetails.Station::dropReason);
    PaperDetails.Station station = queries.station(corrected);
    assertThat(station).returns(ResultEffect.CONTINUE, PaperDetails.Station::effect)
        .returns(day(2, 3), PaperDetails.Station::concludedOn);
    assertThat(station.vote().unanimous()).isTrue();
    assertThat(station.corrections()).singleElement().returns("vertagt", PaperDetails.Correction::oldResult)
        .returns("Zeile verwechselt", PaperDetails.Correction::reason);
    paper.result("Rat", "beschlossen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aReferralIsTakenBack() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(2, 12));
    city.body("Bauausschuss", day(2, 17));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    Long corrected = paper.station("Bauausschuss").id();
    paper.result("Bauausschuss", "überwiesen",
        Map.of("referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(paper.details().consultations()).hasSize(4);
    results.correct(corrected, "zugestimmt", null, null, "Falscher Punkt");
    clerk.runDueJobs();
    assertThat(paper.details().consultations()).filteredOn(station -> station.state() == ConsultationState.DROPPED)
        .extracting(PaperDetails.Station::organization)
        .containsExactlyInAnyOrder("Verkehrsausschuss", "Bauausschuss");
    paper.result("Rat", "beschlossen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aReopenedDecisionBringsDroppedStationsBack() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Rat", ConsultationRole.DECISION, 1, day(2, 5)),
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 2, day(3, 10)), INFORMED);
    paper.result("Rat", "beschlossen");
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    paper.correct("Rat", "ohne Votum", "Der Rat hat nur beraten");
    assertThat(paper.station("Bauausschuss")).returns(ConsultationState.REGISTERED, PaperDetails.Station::state)
        .returns(null, PaperDetails.Station::dropReason);
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_MeetingDay");
    paper.result("Bauausschuss", "zugestimmt").result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(paper.details().state()).isEqualTo(PaperState.CONSULTED);
  }

  @Test
  void aFinishedRunReopens() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Rat", ConsultationRole.DECISION, 1, day(2, 5)),
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 2, day(3, 10)));
    ProcessInstance finished = paper.instance();
    paper.result("Rat", "beschlossen");
    assertThat(finished).isEnded();
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);

    paper.correct("Rat", "ohne Votum", "Verlesen");
    ProcessInstance reopened = paper.instance();
    assertThat(reopened).hasPassed("StartEvent_RunReopened").isWaitingAt("CallActivity_CommitteeRun")
        .hasNotPassed("Task_CreatePaper", "Task_AssignNumber", "SubProcess_Prepare")
        .hasBusinessKey(finished.getBusinessKey());
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
    paper.result("Bauausschuss", "endgültig abgelehnt");
    assertThat(reopened).isEnded().hasPassed("Task_ClosePaper");
    assertThat(paper.details().state()).isEqualTo(PaperState.REJECTED);
  }

  @Test
  void anInquiryThatWaitsForItsAnswerReopens() {
    City city = world.city();
    PaperRun inquiry = city.paper("Anfrage").draft(Map.of()).stations(INFORMED).confirm();
    ProcessInstance process = inquiry.instance();
    inquiry.result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(process).isWaitingAt("Task_AssignAnswer");
    city.body("Sozialausschuss", day(4, 21));
    inquiry.correct("Sozialausschuss", "vertagt", "Nicht behandelt");
    assertThat(process).isWaitingAt("CallActivity_CommitteeRun").isNotWaitingAt("Task_AssignAnswer")
        .hasPassed("BoundaryEvent_RunReopened");
    assertThat(inquiry.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
    inquiry.result("Sozialausschuss", "zur Kenntnis genommen");
    clerk.complete(inquiry.process(), "Task_AssignAnswer",
        Map.of("answerReference", city.paper("Mitteilung").details().reference()));
    assertThat(process).isEnded();
    assertThat(inquiry.details().state()).isEqualTo(PaperState.ANSWERED);
  }

  @Test
  void aCorrectionToAnUnknownPhraseAsksAPerson() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "zugestimmt").correct("Bauausschuss", "siehe Niederschrift", "Wortlaut");
    ProcessInstance building = paper.consultation("Bauausschuss");
    assertThat(building).isWaitingAt("Task_ClassifyResult").hasPassed("Event_ResultAlreadyThere")
        .hasNotPassed("Event_MeetingDay", "Task_RecordResult");
    clerk.complete(paper.task("Bauausschuss", "Task_ClassifyResult"), Map.of("resultKind", "ACCEPTED"));
    assertThat(building).isEnded();
  }

  @Test
  void anAmendmentIsTakenBackAlsoWhenItWasRecordedTwice() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "geändert empfohlen", Map.of("amendedWording", "Anders."));
    assertThat(paper.details().resolutionPoints()).hasSize(1);
    paper.correct("Bauausschuss", "mit Änderungen empfohlen", "Wortlaut des Ergebnisses");
    assertThat(paper.details().resolutionPoints()).extracting(PaperDetails.Point::text).containsExactly("Anders.");
    paper.correct("Bauausschuss", "ungeändert empfohlen", "Es gab keine Änderung");
    assertThat(queries.currentWording(paper.id).label()).isEqualTo("Fassung der Vorlage");
    assertThat(paper.details().resolutionPoints()).hasSize(2);
  }

  @Test
  void aWordingThatWasTakenBackDoesNotReturn() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    paper.result("Bauausschuss", "geändert empfohlen", Map.of("amendedWording", "Mit Bäumen."))
        .result("Finanzausschuss", "geändert empfohlen", Map.of("amendedWording", "Mit Bänken."));
    paper.correct("Bauausschuss", "zugestimmt", "Es gab keine Änderung");
    assertThat(queries.currentWording(paper.id).label()).isEqualTo("Fassung Finanzausschuss vom 04.02.2026");
    paper.correct("Finanzausschuss", "zugestimmt", "Auch hier nicht");
    assertThat(queries.currentWording(paper.id).label()).isEqualTo("Fassung der Vorlage");
  }

  @Test
  void whatCannotBeCorrectedIsRefused() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    assertThatThrownBy(() -> paper.correct("Rat", "beschlossen", "Versehen")).isInstanceOf(BusinessException.class)
        .hasMessage("Für dieses Gremium ist kein Ergebnis festgehalten, das sich berichtigen lässt.");
    paper.result("Bauausschuss", "zugestimmt");
    assertThatThrownBy(() -> paper.correct("Bauausschuss", "vertagt", " "))
        .hasMessage("Bitte geben Sie einen Grund an.");
    assertThatThrownBy(() -> paper.correct("Bauausschuss", "", "Versehen"))
        .hasMessageStartingWith("Bitte geben Sie das richtige Ergebnis an");
    paper.withdraw("Erledigt");
    assertThatThrownBy(() -> paper.correct("Bauausschuss", "vertagt", "Versehen"))
        .isInstanceOf(BusinessException.class).hasMessageStartingWith("Die Vorlage wurde zurückgezogen");
  }

  @Test
  void aResultIsNotCorrectedWhenThePaperWasWithdrawnDuringItsRevision() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "zugestimmt").revise("Neue Zahlen").withdraw("Doch nicht");
    assertThat(paper.details().state()).isEqualTo(PaperState.WITHDRAWN);
    assertThatThrownBy(() -> paper.correct("Bauausschuss", "vertagt", "Versehen"))
        .isInstanceOf(BusinessException.class).hasMessageStartingWith("Die Vorlage wurde zurückgezogen");
    assertThat(paper.details().may().correct()).isFalse();
  }
}

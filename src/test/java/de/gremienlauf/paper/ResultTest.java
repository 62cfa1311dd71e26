package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a body's result does to its paper and to the other bodies. */
class ResultTest extends PaperStory {

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3));
  private static final Wish FINANCE = new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 4));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 26));
  private static final Wish INFORMED = new Wish("Sozialausschuss", ConsultationRole.NOTICE, 1, day(2, 24));

  @Autowired Council council;

  @Test
  void adviceAndDecisionLeadThroughTheRun() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    assertThat(building).isWaitingAt("Event_MeetingDay").isNotWaitingAt("Task_RecordResult");
    paper.result("Bauausschuss", "ungeändert empfohlen");
    assertThat(building).isEnded().hasPassed("Task_RecordResult", "Task_ClassifyPhrase", "Task_ApplyResult",
            "Task_NotifyWaiting")
        .hasNotPassed("Task_ClassifyResult", "Task_PlanNextMeeting", "Task_PlanReferral", "Task_DropRemaining",
            "Task_AssignMeeting");
    assertThat(paper.station("Bauausschuss")).returns(ResultEffect.CONTINUE, PaperDetails.Station::effect)
        .returns(false, PaperDetails.Station::runEnds);
    paper.result("Rat", "einstimmig beschlossen");
    assertThat(paper.station("Rat").runEnds()).isTrue();
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aBodyPostponesToItsNextMeeting() {
    City city = world.city();
    city.body("Bauausschuss", day(3, 3));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance first = paper.consultation("Bauausschuss");
    paper.result("Bauausschuss", "vertagt");
    assertThat(first).isEnded().hasPassed("Task_PlanNextMeeting").hasNotPassed("Task_PlanReferral");
    assertThat(paper.station("Bauausschuss")).returns(day(3, 3), PaperDetails.Station::date)
        .returns(ConsultationOrigin.POSTPONED, PaperDetails.Station::origin)
        .returns(ConsultationState.REGISTERED, PaperDetails.Station::state);
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_MeetingDay");
    assertThat(paper.details().consultations()).hasSize(3);
  }

  @Test
  void aBodyPostponesToADate() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    clerk.onDay(day(2, 3));
    assertThatThrownBy(() -> paper.result("Bauausschuss", "vertagt", Map.of("postponedTo", "03.02.2026")))
        .hasMessage("Die Vertagung auf den 03.02.2026 liegt nicht in der Zukunft.");
    paper.result("Bauausschuss", "vertagt", Map.of("postponedTo", "17.02.2026"));
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(2, 17));
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_MeetingDay")
        .hasNotPassed("Task_AssignMeeting");
  }

  @Test
  void aBodyThatIsGoneByThenCannotPostponeToADate() {
    City city = world.city();
    council.addBody(city.name, "Bauausschuss", null, null, day(2, 16));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    clerk.onDay(day(2, 3));
    assertThatThrownBy(() -> paper.result("Bauausschuss", "vertagt", Map.of("postponedTo", "17.02.2026")))
        .hasMessageStartingWith("Bauausschuss gibt es am 17.02.2026 nicht mehr.");
    paper.result("Bauausschuss", "vertagt", Map.of("postponedTo", "16.02.2026"));
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(2, 16));
  }

  @Test
  void whatABodyPostponesToADateIsItsSuccessorsByThen() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    council.succeed(city.body("Bauausschuss"), city.body("Planungsausschuss"), day(2, 16));
    clerk.onDay(day(2, 3));
    paper.result("Bauausschuss", "vertagt", Map.of("postponedTo", "17.02.2026"));
    assertThat(paper.station("Planungsausschuss")).returns(day(2, 17), PaperDetails.Station::date)
        .returns(ConsultationOrigin.POSTPONED, PaperDetails.Station::origin);
  }

  @Test
  void aBodyPostponesUntilAnotherHasMet() {
    City city = world.city();
    city.body("Bauausschuss", day(2, 10), day(3, 10));
    PaperRun paper = city.paper("Beschlussvorlage")
        .release(BUILDING, new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 17)), COUNCIL);
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    ProcessInstance again = paper.consultation("Bauausschuss");
    assertThat(again).isWaitingAt("Event_OtherBodyConcluded").isNotWaitingAt("Event_MeetingDay");
    assertThat(paper.station("Bauausschuss")).returns("Finanzausschuss", PaperDetails.Station::waitsFor)
        .returns(null, PaperDetails.Station::date);
    paper.result("Finanzausschuss", "zugestimmt");
    assertThat(again).isWaitingAt("Event_MeetingDay").hasPassed("Event_OtherBodyConcluded");
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(3, 10));
  }

  @Test
  void twoBodiesNeverWaitForEachOther() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    clerk.onDay(day(2, 4));
    assertThatThrownBy(() -> paper.result("Finanzausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Bauausschuss").id().toString())))
        .hasMessage("Bauausschuss wartet selbst auf Finanzausschuss; so käme keines der Gremien an die Reihe.");
    paper.result("Finanzausschuss", "zugestimmt");
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Task_AssignMeeting");
  }

  @Test
  void aBodyWithoutAKnownMeetingGetsOne() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "vertagt");
    ProcessInstance again = paper.consultation("Bauausschuss");
    assertThat(again).isWaitingAt("Task_AssignMeeting").hasNotPassed("Event_MeetingDay");
    Task task = paper.task("Bauausschuss", "Task_AssignMeeting");
    assertThat(clerk.fields(task).get("lastText")).asString().isEqualTo("Zuletzt am 03.02.2026: vertagt");
    assertThatThrownBy(() -> clerk.complete(task, Map.of()))
        .hasMessage("Bitte wählen Sie eine Sitzung aus oder geben Sie den Tag einer neuen Sitzung an.");
    clerk.complete(task, Map.of("meetingDate", "24.02.2026"));
    assertThat(again).isWaitingAt("Event_MeetingDay").hasPassed("Task_AssignMeeting");
    paper.result("Bauausschuss", "zugestimmt");
    assertThat(again).isEnded();
  }

  @Test
  void aKnownMeetingIsChosen() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "vertagt");
    city.body("Bauausschuss", day(2, 17));
    Long meeting = city.station(new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 17))).meetingId();
    clerk.complete(paper.task("Bauausschuss", "Task_AssignMeeting"), Map.of("meetingId", meeting.toString()));
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(2, 17));
  }

  @Test
  void aReferralTakesItsTargetIn() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(2, 12));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    paper.result("Bauausschuss", "verwiesen in nachfolgende Gremien (ohne Rücklauf)",
        Map.of("referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(building).isEnded().hasPassed("Task_PlanReferral").hasNotPassed("Task_AssignReferralTarget");
    assertThat(paper.station("Verkehrsausschuss")).returns(2, PaperDetails.Station::rank)
        .returns(day(2, 12), PaperDetails.Station::date)
        .returns(ConsultationOrigin.REFERRED, PaperDetails.Station::origin);
    assertThat(paper.station("Rat").rank()).isEqualTo(3);
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.CONCLUDED);
  }

  @Test
  void aReferralWithoutANamedTargetGoesToWhoIsLeft() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    paper.result("Bauausschuss", "verwiesen");
    assertThat(building).isEnded().hasPassed("Task_PlanReferral").hasNotPassed("Task_AssignReferralTarget");
    assertThat(paper.details().consultations()).hasSize(2);
  }

  @Test
  void aReferralWithReturnComesBack() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(2, 12));
    city.body("Rat", day(3, 26));
    PaperRun paper = city.paper("Beschlussvorlage").release(COUNCIL);
    paper.result("Rat", "überwiesen",
        Map.of("referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(paper.station("Rat")).returns(ConsultationOrigin.RETURNED, PaperDetails.Station::origin)
        .returns(ConsultationRole.DECISION, PaperDetails.Station::role).returns(day(3, 26), PaperDetails.Station::date);
    assertThat(paper.station("Rat").rank()).isGreaterThan(paper.station("Verkehrsausschuss").rank());
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
  }

  @Test
  void aBodyThatIsStillInTheSequenceDoesNotComeBackTwice() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING,
        new Wish("Verkehrsausschuss", ConsultationRole.PRELIMINARY, 2, day(2, 12)),
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 3, day(2, 17)), COUNCIL);
    Long first = paper.details().consultations().get(0).id();
    clerk.onDay(day(2, 3));
    Task task = clerk.task(paper.process(), "Task_RecordResult");
    clerk.complete(task, Map.of("result", "überwiesen",
        "referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(queries.station(first).effect()).isEqualTo(ResultEffect.REFERRED);
    assertThat(paper.details().consultations()).hasSize(4);
  }

  @Test
  void aMatterReturnsBeforeItIsDecided() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(2, 12));
    city.body("Bauausschuss", day(2, 17), day(3, 17));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "überwiesen",
        Map.of("referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(sequence(paper)).containsExactly("Verkehrsausschuss PRELIMINARY 2026-02-12",
        "Bauausschuss PRELIMINARY 2026-02-17", "Rat DECISION 2026-02-26");
  }

  @Test
  void aMatterReturnsFromWhoIsLeftToAdvise() {
    City city = world.city();
    city.body("Bauausschuss", day(2, 17), day(3, 17));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING,
        new Wish("Verkehrsausschuss", ConsultationRole.PRELIMINARY, 2, day(2, 12)),
        new Wish("Rat", ConsultationRole.DECISION, 3, day(2, 26)),
        new Wish("Sozialausschuss", ConsultationRole.NOTICE, 4, day(3, 3)));
    paper.result("Bauausschuss", "überwiesen");
    assertThat(sequence(paper)).containsExactly("Verkehrsausschuss PRELIMINARY 2026-02-12",
        "Bauausschuss PRELIMINARY 2026-02-17", "Rat DECISION 2026-02-26", "Sozialausschuss NOTICE 2026-03-03");
  }

  @Test
  void whoOnlyTakesNoteLaterComesBackAndIsReferredTo() {
    City city = world.city();
    city.body("Sozialausschuss", day(2, 12));
    city.body("Bauausschuss", day(2, 17));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, COUNCIL, INFORMED,
        new Wish("Bauausschuss", ConsultationRole.NOTICE, 3, day(3, 17)));
    Long first = paper.details().consultations().get(0).id();
    clerk.onDay(day(2, 3));
    clerk.complete(clerk.task(paper.process(), "Task_RecordResult"), Map.of("result", "überwiesen",
        "referredTo", List.of(city.body("Sozialausschuss").id().toString())));
    assertThat(queries.station(first).effect()).isEqualTo(ResultEffect.REFERRED);
    assertThat(sequence(paper)).containsExactly("Sozialausschuss NOTICE 2026-02-24",
        "Sozialausschuss PRELIMINARY 2026-02-12", "Bauausschuss PRELIMINARY 2026-02-17", "Rat DECISION 2026-02-26",
        "Bauausschuss NOTICE 2026-03-17");
  }

  @Test
  void whoStillDecidesDoesNotComeBackToAdvise() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(2, 12));
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Rat", ConsultationRole.PRELIMINARY, 1, day(2, 3)), COUNCIL);
    clerk.onDay(day(2, 3));
    clerk.complete(clerk.task(paper.process(), "Task_RecordResult"), Map.of("result", "überwiesen",
        "referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(sequence(paper)).containsExactly("Verkehrsausschuss PRELIMINARY 2026-02-12", "Rat DECISION 2026-02-26");
  }

  @Test
  void whoeverAMatterIsSentBackToHasTheFormerRole() {
    City city = world.city();
    city.body("Integrationsrat", day(3, 3));
    city.body("Rat", day(3, 26));
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Integrationsrat", ConsultationRole.HEARING, 1, day(2, 3)), COUNCIL);
    paper.result("Integrationsrat", "zugestimmt");
    paper.result("Rat", "zurückverwiesen in den Integrationsrat",
        Map.of("referredTo", List.of(city.body("Integrationsrat").id().toString())));
    assertThat(sequence(paper)).containsExactly("Integrationsrat HEARING 2026-03-03", "Rat DECISION 2026-03-26");
  }

  /** What is still to come, in order. */
  private static List<String> sequence(PaperRun paper) {
    return paper.details().consultations().stream().filter(station -> station.state().open())
        .sorted(Comparator.comparing(PaperDetails.Station::rank))
        .map(station -> station.organization() + " " + station.role() + " " + station.date()).toList();
  }

  @Test
  void theOfficeIsAskedWhereAPaperGoesWhenNobodyIsLeft() {
    City city = world.city();
    city.body("Verkehrsausschuss", day(3, 12));
    PaperRun paper = city.paper("Antrag").draft(Map.of()).stations(COUNCIL).confirm();
    ProcessInstance council = paper.consultation("Rat");
    paper.result("Rat", "verwiesen");
    assertThat(council).isWaitingAt("Task_AssignReferralTarget").hasNotPassed("Task_PlanReferral");
    Task task = paper.task("Rat", "Task_AssignReferralTarget");
    assertThatThrownBy(() -> clerk.complete(task, Map.of())).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Bitte wählen Sie mindestens ein Gremium aus");
    clerk.complete(task, Map.of("referredTo", List.of(city.body("Verkehrsausschuss").id().toString())));
    assertThat(council).isEnded().hasPassed("Task_AssignReferralTarget", "Task_PlanReferral");
    paper.result("Verkehrsausschuss", "zugestimmt");
    assertThat(paper.details().state()).isEqualTo(PaperState.CONSULTED);
  }

  @Test
  void aReferralToNobodyEndsTheRun() {
    PaperRun paper = world.city().paper("Antrag").draft(Map.of()).stations(COUNCIL).confirm();
    ProcessInstance process = paper.instance();
    paper.result("Rat", "verwiesen");
    clerk.complete(paper.task("Rat", "Task_AssignReferralTarget"), Map.of("noTarget", true));
    assertThat(process).isEnded();
    assertThat(paper.details().state()).isEqualTo(PaperState.CONSULTED);
  }

  @Test
  void aPersonSaysWhatAnUnknownPhraseMeans() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    paper.result("Bauausschuss", "siehe Niederschrift");
    assertThat(building).isWaitingAt("Task_ClassifyResult").hasPassed("Task_ClassifyPhrase")
        .hasNotPassed("Task_DetermineEffect");
    Task task = paper.task("Bauausschuss", "Task_ClassifyResult");
    assertThat(clerk.fields(task)).containsEntry("result", "siehe Niederschrift");
    assertThatThrownBy(() -> clerk.complete(task, Map.of())).isInstanceOf(BusinessException.class)
        .hasMessage("Bitte füllen Sie „Art des Ergebnisses“ aus.");
    clerk.complete(task, Map.of("resultKind", "ACCEPTED"));
    assertThat(building).isEnded().hasPassed("Task_DetermineEffect", "Task_ApplyResult");
    assertThat(paper.station("Bauausschuss").kind()).isEqualTo(ResultKind.ACCEPTED);
  }

  @Test
  void aPersonsChoiceGoesBeforeTheTable() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance building = paper.consultation("Bauausschuss");
    paper.result("Bauausschuss", "beraten", Map.of("resultKind", "CONTINUE"));
    assertThat(building).isEnded().hasNotPassed("Task_ClassifyPhrase", "Task_ClassifyResult");
    assertThat(paper.station("Bauausschuss").effect()).isEqualTo(ResultEffect.CONTINUE);
  }

  @Test
  void noResultIsKnown() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    clerk.onDay(day(2, 3));
    Task task = paper.resultTask("Bauausschuss");
    assertThatThrownBy(() -> clerk.complete(task, Map.of())).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Bitte tragen Sie das Ergebnis ein");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("noResult", true, "result", "beschlossen")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("nur eines von beiden");
    clerk.complete(task, Map.of("noResult", true));
    assertThat(paper.station("Bauausschuss")).returns(ResultKind.NONE, PaperDetails.Station::kind)
        .returns(null, PaperDetails.Station::result)
        .returns(ConsultationState.CONCLUDED, PaperDetails.Station::state);
  }

  /** Role, phrase, its effect, what it makes of the advisory body that waits, and what becomes of the paper. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      DECISION    | abgelehnt                                    | REJECTED       | DROPPED    | REJECTED
      PRELIMINARY | abgelehnt                                    | REJECTED       | REGISTERED | IN_CONSULTATION
      PRELIMINARY | endgültig abgelehnt                          | REJECTED       | DROPPED    | REJECTED
      DECISION    | erledigt                                     | SETTLED        | DROPPED    | SETTLED
      PRELIMINARY | erledigt                                     | SETTLED        | REGISTERED | IN_CONSULTATION
      PRELIMINARY | zurückgezogen                                | WITHDRAWN      | DROPPED    | WITHDRAWN
      PRELIMINARY | zur Kenntnis genommen                        | NOTED          | REGISTERED | IN_CONSULTATION
      PRELIMINARY | ohne Votum in nachfolgende Gremien           | WITHOUT_VOTE   | REGISTERED | IN_CONSULTATION
      PRELIMINARY | Ablauf der Wahlperiode                       | LAPSED         | DROPPED    | LAPSED
      DECISION    | geändert beschlossen                         | DECIDED_AMENDED | DROPPED   | DECIDED_AMENDED
      """)
  void whatAResultDoesInItsRole(ConsultationRole role, String phrase, ResultEffect effect, ConsultationState waiting,
      PaperState state) {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Hauptausschuss", role, 1, day(2, 2)),
        new Wish("Bauausschuss", ConsultationRole.HEARING, 2, day(2, 3)));
    ProcessInstance main = paper.consultation("Hauptausschuss");
    paper.result("Hauptausschuss", phrase);
    assertThat(paper.station("Hauptausschuss").effect()).isEqualTo(effect);
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(waiting);
    assertThat(paper.details().state()).isEqualTo(state);
    if (waiting == ConsultationState.DROPPED) {
      assertThat(main).hasPassed("Task_DropRemaining");
    } else {
      assertThat(main).hasNotPassed("Task_DropRemaining");
    }
  }

  @Test
  void silenceIsDeemedConsent() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Integrationsrat", ConsultationRole.HEARING, 1, day(2, 2)), COUNCIL);
    paper.result("Integrationsrat", "Zustimmung durch Fristablauf");
    assertThat(paper.station("Integrationsrat")).returns(ResultKind.DEEMED_CONSENT, PaperDetails.Station::kind)
        .returns(ConsultationState.CONCLUDED, PaperDetails.Station::state);
  }

  @Test
  void twoDistrictsDecideEachItsPart() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bezirksvertretung 7 (Porz)", ConsultationRole.DECISION, 1, day(2, 3)),
        new Wish("Bezirksvertretung 8 (Kalk)", ConsultationRole.DECISION, 1, day(2, 5)),
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 10)));
    ProcessInstance porz = paper.consultation("Bezirksvertretung 7 (Porz)");
    ProcessInstance kalk = paper.consultation("Bezirksvertretung 8 (Kalk)");
    paper.result("Bezirksvertretung 7 (Porz)", "ungeändert beschlossen");
    assertThat(porz).isEnded().hasNotPassed("Task_DropRemaining");
    assertThat(paper.station("Bezirksvertretung 7 (Porz)").effect()).isEqualTo(ResultEffect.DECIDED);
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
    paper.result("Bezirksvertretung 8 (Kalk)", "ungeändert beschlossen");
    assertThat(kalk).isEnded().hasPassed("Task_DropRemaining");
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void theRunEndsButWhoIsOnlyInformedStays() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Rat", ConsultationRole.DECISION, 1, day(2, 5)),
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 10)), INFORMED);
    ProcessInstance building = paper.consultation("Bauausschuss");
    paper.result("Rat", "beschlossen");
    assertThat(building).isEnded().hasPassed("SubProcess_StationDropped", "Task_NotifyWaitingOfDrop")
        .hasNotPassed("Task_RecordResult", "Task_ApplyResult");
    assertThat(paper.station("Bauausschuss")).returns(ConsultationState.DROPPED, PaperDetails.Station::state)
        .returns("Lauf durch Rat beendet", PaperDetails.Station::dropReason);
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
    paper.result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void theRunEndsThoughOneBodyWaitsForAnother() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING,
        new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 4)),
        new Wish("Rat", ConsultationRole.DECISION, 1, day(2, 5)));
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    paper.result("Rat", "beschlossen");
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    assertThat(paper.station("Finanzausschuss").state()).isEqualTo(ConsultationState.DROPPED);
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void anEarlierRankIsOpenAndTheMeetingHasToSayHowItProceeds() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 3)), COUNCIL);
    clerk.onDay(day(2, 26));
    assertThat(clerk.fields(paper.resultTask("Rat"))).containsEntry("earlierOpen", "Bauausschuss");
    assertThatThrownBy(() -> paper.result("Rat", "beschlossen")).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Noch ohne Ergebnis: Bauausschuss.");
    assertThat(paper.station("Rat").state()).isEqualTo(ConsultationState.REGISTERED);
    assertThat(paper.resultTask("Rat")).isNotNull();
  }

  @Test
  void theMeetingPutsTheItemBack() {
    City city = world.city();
    city.body("Rat", day(3, 26));
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 3)), COUNCIL);
    clerk.onDay(day(2, 26));
    clerk.complete(paper.resultTask("Rat"), Map.of("handling", "PUT_BACK"));
    assertThat(paper.station("Rat")).returns(day(3, 26), PaperDetails.Station::date)
        .returns(ConsultationOrigin.POSTPONED, PaperDetails.Station::origin);
    assertThat(paper.details().consultations()).filteredOn(station -> station.effect() == ResultEffect.POSTPONED)
        .singleElement().returns("zurückgestellt", PaperDetails.Station::result)
        .returns("zurückstellen", PaperDetails.Station::handlingLabel);
  }

  @Test
  void theMeetingPassesTheItemOnWithoutAVote() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 3)),
        new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 2, day(2, 4)), COUNCIL);
    clerk.onDay(day(2, 4));
    clerk.complete(paper.resultTask("Finanzausschuss"), Map.of("handling", "WITHOUT_VOTE"));
    assertThat(paper.station("Finanzausschuss")).returns(ResultEffect.WITHOUT_VOTE, PaperDetails.Station::effect)
        .returns("ohne Votum in nachfolgende Gremien", PaperDetails.Station::result);
  }

  @Test
  void theMeetingDecidesWithReservation() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 3)), COUNCIL);
    paper.result("Rat", "beschlossen", Map.of("handling", "WITH_RESERVATION"));
    assertThat(paper.station("Rat")).returns("vorbehaltlich der Beratung: Bauausschuss",
        PaperDetails.Station::condition);
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aBodyDecidesUnderACondition() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "zugestimmt", Map.of("condition", "unter der Bedingung, dass Bäume bleiben"));
    assertThat(paper.station("Bauausschuss").condition()).isEqualTo("unter der Bedingung, dass Bäume bleiben");
  }

  @Test
  void anAmendedWordingIsWhatTheNextBodiesVoteOn() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    paper.result("Bauausschuss", "mit Änderungen empfohlen",
        Map.of("amendedWording", "1. Der Rat beschließt mit Bäumen.\n2. Der Rat beauftragt."));
    clerk.onDay(day(2, 4));
    String amended = "Fassung Bauausschuss vom 03.02.2026";
    assertThat(clerk.fields(paper.resultTask("Finanzausschuss"))).containsEntry("wordingLabel", amended);
    paper.result("Finanzausschuss", "zugestimmt", Map.of("votedWording", "1"));
    paper.result("Rat", "ungeändert beschlossen");
    assertThat(paper.station("Bauausschuss").wordingLabel()).isEqualTo("Fassung der Vorlage");
    assertThat(paper.station("Finanzausschuss").wordingLabel()).isEqualTo("Fassung der Vorlage");
    assertThat(paper.station("Rat").wordingLabel()).isEqualTo(amended);
    assertThat(paper.details().resolutionPoints()).extracting(PaperDetails.Point::text)
        .containsExactly("Der Rat beschließt mit Bäumen.", "Der Rat beauftragt.");
    assertThat(paper.details().wordings()).hasSize(2);
  }

  @Test
  void theWordsOfAnAmendedWordingStayAsTheyAre() {
    PaperRun paper = world.city().paper("Beschlussvorlage")
        .draft(Map.of("resolution", "Der Rat beschließt, die Sitzung am\n12. Februar 2026 abzuhalten."))
        .stations(BUILDING, COUNCIL).confirm().sign();
    assertThat(paper.details().resolutionPoints()).extracting(PaperDetails.Point::text)
        .containsExactly("Der Rat beschließt, die Sitzung am\n12. Februar 2026 abzuhalten.");
    paper.result("Bauausschuss", "mit Änderungen empfohlen",
        Map.of("amendedWording", "Der Rat beschließt, die Sitzung am\n1. März 2026 abzuhalten."));
    assertThat(paper.details().resolutionPoints()).extracting(PaperDetails.Point::text)
        .containsExactly("Der Rat beschließt, die Sitzung am\n1. März 2026 abzuhalten.");
  }

  @Test
  void pointsAreVotedApart() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    clerk.onDay(day(2, 3));
    assertThatThrownBy(() -> paper.result("Bauausschuss", "teilweise beschlossen",
        Map.of("pointVotes", "Punkt eins ja"))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("„Punkt eins ja“ ist nicht lesbar");
    paper.result("Bauausschuss", "teilweise beschlossen",
        Map.of("pointVotes", "1: einstimmig beschlossen\n2: mehrheitlich abgelehnt"));
    assertThat(paper.station("Bauausschuss").pointVotes()).containsExactly(
        new PaperDetails.PointLine("1", "ACCEPTED", "einstimmig beschlossen"),
        new PaperDetails.PointLine("2", "REJECTED", "mehrheitlich abgelehnt"));
  }

  @Test
  void aContradictionIsNotedAndNotRefused() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "beschlossen", Map.of("yes", "3", "no", "9"));
    assertThat(paper.station("Bauausschuss").contradiction())
        .isEqualTo("Das Ergebnis „beschlossen“ passt nicht zur Abstimmung: sie ist eine Ablehnung"
            + " (3 dafür, 9 dagegen).");
    assertThat(paper.station("Bauausschuss").effect()).isEqualTo(ResultEffect.CONTINUE);
  }

  /** Who was against says nothing of how it ended; the result does. */
  @ParameterizedTest
  @CsvSource({"abgelehnt,, vote, gegen die Stimmen der AfD, REJECTED", "abgelehnt,, against, AfD, REJECTED",
      "siehe Anlage, REJECTED, against, AfD, REJECTED", "siehe Anlage, ACCEPTED, against, AfD, ACCEPTED",
      "beschlossen,, vote, gegen die Stimmen der AfD, ACCEPTED", "beschlossen,, against, AfD, ACCEPTED"})
  void theRecordedResultDecidesWhereOnlyGroupsAreNamed(String result, String kind, String field, String text,
      String outcome) {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    Map<String, Object> entered = new HashMap<>(Map.of(field, text));
    entered.put("resultKind", kind);
    paper.result("Bauausschuss", result, entered);
    assertThat(paper.station("Bauausschuss").vote()).returns(outcome, PaperDetails.VoteLine::outcome)
        .returns(List.of("AfD"), PaperDetails.VoteLine::against);
    assertThat(paper.station("Bauausschuss").contradiction()).isNull();
  }

  @Test
  void aVoteIsReadFromItsWords() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    paper.result("Bauausschuss", "beschlossen", Map.of("vote", "mehrheitlich gegen die Stimmen der X-Fraktion"));
    assertThat(paper.station("Bauausschuss").vote()).returns("ACCEPTED", PaperDetails.VoteLine::outcome)
        .returns(false, PaperDetails.VoteLine::unanimous);
    assertThat(paper.station("Bauausschuss").contradiction()).isNull();
  }

  @Test
  void aResultThatIsEnteredLaterBelongsToTheDayOfTheMeeting() {
    LocalDate meeting = LocalDate.of(2026, 2, 3);
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, meeting),
        new Wish("Rat", ConsultationRole.DECISION, 2, LocalDate.of(2026, 2, 26)));
    clerk.onDay(meeting.plusDays(6));
    clerk.complete(paper.resultTask("Bauausschuss"), Map.of("result", "geändert beschlossen"));
    assertThat(paper.station("Bauausschuss").concludedOn()).isEqualTo(meeting);
    assertThat(paper.details().wordings().get(1).label()).isEqualTo("Fassung Bauausschuss vom 03.02.2026");
  }
}

package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What may happen to a paper at any time: it is withdrawn, revised, supplemented. */
class RevisionTest extends PaperStory {

  private static final Wish BUILDING = new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3));
  private static final Wish FINANCE = new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 4));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(3, 26));
  private static final Map<String, Object> SECRET =
      Map.of("visibility", "nonPublic", "nonPublicGround", "Grundstücksangelegenheit");

  @Test
  void aReleasedPaperIsWithdrawn() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, COUNCIL);
    ProcessInstance process = paper.instance();
    ProcessInstance council = paper.consultation("Rat");
    paper.result("Bauausschuss", "zugestimmt");
    assertThatThrownBy(() -> paper.withdraw("")).hasMessage("Bitte geben Sie einen Grund an.");
    paper.withdraw("Überholt");
    assertThat(process).isEnded().hasPassed("Task_WithdrawPaper").hasNotPassed("Task_ClosePaper");
    assertThat(council).isEnded().hasNotPassed("Task_RecordResult", "Task_NotifyWaitingOfDrop");
    assertThat(paper.details().state()).isEqualTo(PaperState.WITHDRAWN);
    assertThat(paper.station("Rat")).returns(ConsultationState.DROPPED, PaperDetails.Station::state)
        .returns("Vorlage zurückgezogen", PaperDetails.Station::dropReason);
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.CONCLUDED);
  }

  @Test
  void aWithdrawalCancelsCoSignatures() {
    City city = world.city();
    Long finance = city.office("Kämmerei").id();
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of("coSigningOffices", List.of(finance.toString())))
        .stations(COUNCIL).confirm().withdraw("Überholt");
    assertThat(paper.details().coSignatures()).extracting(PaperDetails.CoSignatureLine::state)
        .containsExactly(CoSignatureState.CANCELLED);
  }

  @Test
  void aRevisionGetsASuffixAndKeepsWhatIsConcluded() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    ProcessInstance process = paper.instance();
    ProcessInstance council = paper.consultation("Rat");
    String number = paper.details().reference();
    paper.result("Bauausschuss", "geändert empfohlen", Map.of("amendedWording", "Mit Bäumen."));
    paper.revise("Neue Kosten");
    assertThat(process).isWaitingAt("Task_Draft").hasPassed("BoundaryEvent_RevisedInConsultation",
        "Task_BeginRevision").hasNotPassed("Task_ClosePaper", "BoundaryEvent_RevisedInPreparation");
    assertThat(council).isEnded().hasNotPassed("Task_RecordResult");
    assertThat(paper.details().reference()).isEqualTo(number + "/1");
    assertThat(paper.instance().getBusinessKey()).isEqualTo(number);
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.CONCLUDED);
    assertThat(paper.station("Rat").state()).isEqualTo(ConsultationState.PLANNED);

    paper.draft(Map.of("resolution", "Neu.")).confirm().sign();
    assertThat(paper.station("Rat")).returns(ConsultationState.REGISTERED, PaperDetails.Station::state)
        .returns(day(3, 26), PaperDetails.Station::date);
    assertThat(paper.details().consultations()).hasSize(3);
    paper.result("Finanzausschuss", "zugestimmt").result("Rat", "beschlossen");
    assertThat(paper.station("Bauausschuss").wordingLabel()).isEqualTo("Fassung der Vorlage");
    assertThat(paper.station("Rat").wordingLabel()).isEqualTo("Neufassung " + number + "/1");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void aRevisionBeforeReleaseKeepsTheNumber() {
    PaperRun paper = world.city().paper("Beschlussvorlage").draft(Map.of()).stations(COUNCIL).confirm();
    ProcessInstance process = paper.instance();
    String number = paper.details().reference();
    paper.revise("Zahlen fehlen");
    assertThat(process).isWaitingAt("Task_Draft").isNotWaitingAt("Task_Sign")
        .hasPassed("BoundaryEvent_RevisedInPreparation");
    assertThat(paper.details().reference()).isEqualTo(number);
  }

  @Test
  void aSecondRevisionCountsOn() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL);
    String number = paper.details().reference();
    paper.revise("Erstens").draft(Map.of()).confirm().sign().revise("Zweitens");
    assertThat(paper.details().reference()).isEqualTo(number + "/2");
  }

  @Test
  void aNonPublicPaperDoesNotBecomePublicByARevision() {
    PaperRun paper = world.city().paper("Beschlussvorlage").draft(SECRET).stations(BUILDING, COUNCIL).confirm().sign();
    paper.result("Bauausschuss", "abgelehnt").revise("Für die Öffentlichkeit bereinigt");
    assertThatThrownBy(() -> paper.draft(Map.of("resolution", "Bereinigt."))).isInstanceOf(BusinessException.class)
        .hasMessage("Diese Vorlage war nichtöffentlich; ihr früherer Wortlaut und ihre Ergebnisse würden für alle"
            + " lesbar. Bitte legen Sie für die öffentliche Fassung eine neue Vorlage an.");
    assertThat(paper.instance()).isWaitingAt("Task_Draft");
    paper.draft(SECRET).confirm().sign();
    assertThat(paper.details()).returns(false, PaperDetails::publicPaper)
        .returns(PaperState.IN_CONSULTATION, PaperDetails::state);
  }

  @Test
  void thePartIsStillOpenBeforeTheFirstReleaseAndFromPublicToNonPublic() {
    PaperRun paper = world.city().paper("Beschlussvorlage").draft(SECRET).stations(COUNCIL).confirm();
    paper.revise("Doch öffentlich").draft(Map.of()).confirm().sign();
    assertThat(paper.details().publicPaper()).isTrue();
    paper.revise("Grundstück betroffen").draft(SECRET).confirm().sign();
    assertThat(paper.details().publicPaper()).isFalse();
  }

  @Test
  void aRevisedPaperThatIsWithdrawnWasMoreThanADraft() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL).revise("Neue Kosten");
    paper.withdraw("Überholt");
    assertThat(paper.details().state()).isEqualTo(PaperState.WITHDRAWN);
    assertThat(paper.details().events()).extracting(PaperDetails.Event::text)
        .contains("Vorlage zurückgezogen: Überholt");
  }

  @Test
  void aStationThatWaitsForAnotherBodyNeedsNoMeetingInTheRevision() {
    City city = world.city();
    city.body("Bauausschuss", day(3, 10));
    PaperRun paper = city.paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    paper.result("Bauausschuss", "vertagt",
        Map.of("postponedAfter", city.body("Finanzausschuss").id().toString()));
    paper.revise("Neue Kosten").draft(Map.of()).confirm().sign();
    assertThat(paper.consultation("Bauausschuss")).isWaitingAt("Event_OtherBodyConcluded");
    paper.result("Finanzausschuss", "zugestimmt");
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(day(3, 10));
  }

  @Test
  void aSupplementReachesWhoStillHasToMeet() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(BUILDING, FINANCE, COUNCIL);
    ProcessInstance process = paper.instance();
    paper.result("Bauausschuss", "zugestimmt");
    attachments.supplement(paper.id, "nachtrag.txt", "Nachtrag".getBytes(StandardCharsets.UTF_8), "Kostenübersicht",
        "Angebot eingegangen");
    clerk.runDueJobs();
    assertThat(process).hasPassed("StartEvent_SupplementReceived", "Task_DistributeSupplement",
        "EndEvent_SupplementDistributed").isWaitingAt("CallActivity_CommitteeRun");
    assertThat(queries.supplementsFor(paper.station("Bauausschuss").id())).isEmpty();
    assertThat(queries.supplementsFor(paper.station("Finanzausschuss").id())).hasSize(1);
    clerk.onDay(day(3, 4));
    assertThat(clerk.fields(paper.resultTask("Finanzausschuss")).get("supplements"))
        .isEqualTo("Anlage 1 vom 03.02.2026: Kostenübersicht");
  }

  @Test
  void aPaperThatIsADraftAgainIsNotSupplemented() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL).revise("Neue Kosten");
    assertThatThrownBy(() -> attachments.supplement(paper.id, "x.txt", new byte[] {65}, "x", "Angebot eingegangen"))
        .isInstanceOf(BusinessException.class).hasMessageContaining("ist zurzeit nicht freigegeben")
        .hasMessageContaining("als Anlage hoch");
    assertThat(paper.details().attachments()).isEmpty();
  }

  @Test
  void aClosedPaperIsNeitherRevisedNorSupplemented() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(COUNCIL);
    paper.result("Rat", "beschlossen");
    assertThatThrownBy(() -> paper.revise("Zu spät")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("ist abgeschlossen");
    assertThatThrownBy(() -> attachments.supplement(paper.id, "x.txt", new byte[] {65}, "x", "Zu spät"))
        .isInstanceOf(BusinessException.class).hasMessageContaining("erreicht kein Gremium mehr");
  }
}

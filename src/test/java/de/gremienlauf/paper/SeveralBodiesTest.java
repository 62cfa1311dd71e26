package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Bodies that meet in one week, in another order than their rank, or at the same moment. */
class SeveralBodiesTest extends PaperStory {

  @Test
  void aCommitteeOnMondayAndTheCouncilOnThursday() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Hauptausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 2)),
        new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 5)));
    ProcessInstance council = paper.consultation("Rat");
    paper.result("Hauptausschuss", "geändert empfohlen", Map.of("amendedWording", "Mit Bäumen."));
    assertThat(council).isWaitingAt("Event_MeetingDay");
    clerk.onDay(day(2, 5));
    assertThat(clerk.fields(paper.resultTask("Rat"))).containsEntry("earlierOpen", "")
        .containsEntry("wordingLabel", "Fassung Hauptausschuss vom 02.02.2026");
    paper.result("Rat", "beschlossen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
  }

  @Test
  void threeBodiesMeetInReverseOrderOfTheirRank() {
    PaperRun paper = world.city().paper("Mitteilung").release(
        new Wish("Bauausschuss", ConsultationRole.NOTICE, 3, day(2, 2)),
        new Wish("Finanzausschuss", ConsultationRole.NOTICE, 2, day(2, 3)),
        new Wish("Sozialausschuss", ConsultationRole.NOTICE, 1, day(2, 4)));
    ProcessInstance process = paper.instance();
    Map<String, Object> reserved = Map.of("handling", "WITH_RESERVATION");
    paper.result("Bauausschuss", "zur Kenntnis genommen", reserved)
        .result("Finanzausschuss", "zur Kenntnis genommen", reserved)
        .result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(process).isEnded();
    assertThat(paper.details().state()).isEqualTo(PaperState.NOTED);
    assertThat(paper.station("Bauausschuss").condition())
        .isEqualTo("vorbehaltlich der Beratung: Sozialausschuss, Finanzausschuss");
    assertThat(paper.station("Sozialausschuss").condition()).isNull();
  }

  @RepeatedTest(3)
  void twoResultsAreRecordedAtTheSameMoment() throws Exception {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bezirksvertretung 7 (Porz)", ConsultationRole.DECISION, 1, day(2, 3)),
        new Wish("Bezirksvertretung 8 (Kalk)", ConsultationRole.DECISION, 1, day(2, 3)));
    ProcessInstance process = paper.instance();
    clerk.onDay(day(2, 3));
    List<Task> tasks = clerk.tasks(paper.process(), "Task_RecordResult");
    assertThat(tasks).hasSize(2);
    CyclicBarrier sameMoment = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> recorded = tasks.stream().<Future<?>>map(task -> people.submit(() -> {
        sameMoment.await(10, TimeUnit.SECONDS);
        clerk.submit(task, Map.of("result", "ungeändert beschlossen"));
        return null;
      })).toList();
      for (Future<?> result : recorded) {
        result.get(60, TimeUnit.SECONDS);
      }
    } finally {
      people.shutdownNow();
    }
    clerk.runDueJobs();
    assertThat(process).isEnded().hasPassed("Task_ClosePaper");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
    assertThat(paper.details().consultations()).extracting(PaperDetails.Station::state)
        .containsOnly(ConsultationState.CONCLUDED);
    assertThat(paper.details().consultations()).extracting(PaperDetails.Station::runEnds)
        .containsExactlyInAnyOrder(false, true);
    assertThat(paper.details().events()).filteredOn(event -> event.text().startsWith("Vorgang abgeschlossen"))
        .hasSize(1);
    Orphans.assertNone(engine, queries, paper.id);
  }
}

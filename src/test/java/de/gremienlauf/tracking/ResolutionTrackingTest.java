package de.gremienlauf.tracking;

import static de.gremienlauf.tracking.TrackingTasks.MEETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a body has decided is laid down, reported on the way and proved at the end. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ResolutionTrackingTest {

  private static final String PLAN = "Task_PlanImplementation";
  private static final String REPORT = "Task_GiveReport";
  private static final String SETTLE = "Task_ReportImplementation";

  @Autowired TrackingTasks tracking;
  @Autowired ResolutionDuties duties;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private Duty only(PaperRun paper) {
    List<Duty> found = duties.of(paper.id);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void aResolutionBecomesADuty() {
    PaperRun paper = tracking.decided();
    Duty duty = only(paper);
    assertThat(duty.state()).isEqualTo(DutyState.PASSED);
    assertThat(duty.body()).isEqualTo("Rat");
    assertThat(duty.decidedOn()).isEqualTo(MEETING);
    assertThat(duty.points()).isEqualTo("1, 2");
    assertThat(duty.resolution()).isEqualTo("Der Rat beschließt.\n\nDer Rat beauftragt.");
    assertThat(duty.condition()).isEqualTo("vorbehaltlich der Förderung");
    assertThat(duty.enforceableFrom()).isEqualTo(paper.station("Rat").enforceable().date()).isAfter(MEETING);
    assertThat(duty.office()).isEqualTo("V/50");
    assertThat(duty.publicDuty()).isTrue();
    Task plan = tracking.task(paper, PLAN);
    assertThat(tasks.getIdentityLinksForTask(plan.getId())).extracting(IdentityLink::getGroupId)
        .containsExactly("sachbearbeitung");
    assertThat(EngineClock.dayOf(plan.getDueDate())).as("10 working days").isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(clerk.fields(plan)).containsEntry("office", "V/50").hasEntrySatisfying("decision",
        text -> assertThat(text).asString().contains("Rat", "20.01.2026", "vorbehaltlich der Förderung"));
  }

  @Test
  void itIsReportedOnTheWayMovedAndProved() {
    PaperRun paper = tracking.planned(Map.of("intervalMonths", 3, "office", "Grünflächenamt"));
    Task settle = tracking.task(paper, SETTLE);
    assertThat(EngineClock.dayOf(settle.getDueDate())).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(tracking.tasks(paper, REPORT)).isEmpty();
    clerk.onDay(LocalDate.of(2026, 4, 19));
    assertThat(tracking.tasks(paper, REPORT)).isEmpty();
    clerk.onDay(LocalDate.of(2026, 4, 20));
    clerk.complete(tracking.task(paper, REPORT), Map.of("report", "Die Ausschreibung läuft."));
    assertThat(only(paper).state()).isEqualTo(DutyState.REPORTED);
    clerk.onDay(LocalDate.of(2026, 7, 20));
    assertThat(tracking.tasks(paper, REPORT)).hasSize(1);

    clerk.onDay(LocalDate.of(2026, 10, 1));
    assertThat(only(paper).overdue()).isTrue();
    clerk.complete(tracking.task(paper, SETTLE), Map.of("outcome", "NEW_DATE", "newDate", "31.12.2026",
        "reason", "Lieferverzug"));
    Duty moved = only(paper);
    assertThat(moved.overdue()).isFalse();
    assertThat(moved.dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(moved.reason()).isEqualTo("Lieferverzug");
    assertThat(moved.reports()).singleElement().satisfies(report -> {
      assertThat(report.day()).isEqualTo(LocalDate.of(2026, 4, 20));
      assertThat(report.text()).isEqualTo("Die Ausschreibung läuft.");
    });
    assertThat(EngineClock.dayOf(tracking.task(paper, SETTLE).getDueDate())).isEqualTo(LocalDate.of(2026, 12, 31));

    clerk.complete(tracking.task(paper, SETTLE), Map.of("outcome", "DONE", "doneOn", "28.09.2026",
        "evidence", "Abnahme vom 28.09.2026"));
    Duty done = only(paper);
    assertThat(done.state()).isEqualTo(DutyState.DONE);
    assertThat(done.doneOn()).isEqualTo(LocalDate.of(2026, 9, 28));
    assertThat(done.evidence()).isEqualTo("Abnahme vom 28.09.2026");
    assertThat(tracking.processes(paper)).as("the open report is not wanted any more").isEmpty();
  }

  @Test
  void nothingMayHaveToBeDoneAtOnceOrAnyMore() {
    PaperRun atOnce = tracking.decided();
    clerk.complete(tracking.task(atOnce, PLAN), Map.of("implementation", "NONE", "reason", "Nur eine Erklärung"));
    assertThat(only(atOnce).state()).isEqualTo(DutyState.OBSOLETE);
    assertThat(only(atOnce).reason()).isEqualTo("Nur eine Erklärung");
    assertThat(tracking.processes(atOnce)).isEmpty();

    PaperRun later = tracking.planned(Map.of());
    clerk.complete(tracking.task(later, SETTLE), Map.of("outcome", "OBSOLETE", "reason", "Die Förderung blieb aus"));
    assertThat(only(later).state()).isEqualTo(DutyState.OBSOLETE);
    assertThat(tracking.processes(later)).isEmpty();
  }

  @Test
  void aResultThatIsCorrectedEndsIt() {
    PaperRun paper = tracking.planned(Map.of("intervalMonths", 3));
    paper.correct("Rat", "abgelehnt", "Die Niederschrift sagt es anders.");
    assertThat(only(paper).state()).isEqualTo(DutyState.OBSOLETE);
    assertThat(only(paper).reason()).isEqualTo("Das Ergebnis der Beratung wurde berichtigt.");
    assertThat(tracking.processes(paper)).isEmpty();

    paper.correct("Rat", "geändert beschlossen", "Doch nicht.");
    assertThat(duties.of(paper.id)).extracting(Duty::state).containsExactly(DutyState.OBSOLETE, DutyState.PASSED);
    assertThat(tracking.tasks(paper, PLAN)).hasSize(1);
  }

  @Test
  void papersOfOthersAndRecordedOnesObligeNobody() {
    clerk.onDay(TrackingTasks.RELEASE);
    Wish council = new Wish("Rat", ConsultationRole.DECISION, 1, MEETING);
    PaperRun other = world.city().paper("Beschlussvorlage").release(council).result("Rat", "beschlossen");
    clerk.onDay(TrackingTasks.RELEASE);
    PaperRun recorded = world.ownCity().paper("Beschlussvorlage", "9999/1999").release(council)
        .result("Rat", "beschlossen");
    assertThat(duties.of(other.id)).isEmpty();
    assertThat(duties.of(recorded.id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dueOn | 19.01.2026 | „Umzusetzen bis“ liegt in der Vergangenheit.",
      "dueOn | 20.01.2026 | Der Beschluss darf erst ab dem 24.01.2026 umgesetzt werden; der Termin kann nicht davor"
          + " liegen.",
      "dueOn | | Bitte füllen Sie „Umzusetzen bis“ aus.",
      "office | | Bitte geben Sie an, welche Dienststelle den Beschluss umsetzt.",
      "intervalMonths | 61 | Zwischenberichte sind alle 1 bis 60 Monate möglich.",
      "implementation | NONE | Bitte begründen Sie, warum nichts (mehr) umzusetzen ist."})
  void whatCannotBeLaidDownIsRefused(String field, String value, String sentence) {
    Map<String, Object> entered = new HashMap<>(Map.of("implementation", "IMPLEMENT", "dueOn", "30.09.2026"));
    entered.put(field, value);
    Task plan = tracking.task(tracking.decided(), PLAN);
    assertThatThrownBy(() -> clerk.complete(plan, entered)).isInstanceOf(BusinessException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "DONE | doneOn | 21.01.2026 | „Umgesetzt am“ muss zwischen dem Beschluss vom 20.01.2026 und heute liegen.",
      "DONE | doneOn | 20.01.2026 | Bitte geben Sie an, womit die Umsetzung belegt ist.",
      "NEW_DATE | newDate | 30.10.2026 | Bitte begründen Sie den neuen Termin.",
      "OBSOLETE | newDate | 30.10.2026 | Bitte begründen Sie, warum nichts (mehr) umzusetzen ist."})
  void whatIsNoProofIsRefused(String outcome, String field, String value, String sentence) {
    Task settle = tracking.task(tracking.planned(Map.of()), SETTLE);
    assertThatThrownBy(() -> clerk.complete(settle, Map.of("outcome", outcome, field, value)))
        .isInstanceOf(BusinessException.class).hasMessage(sentence);
  }
}

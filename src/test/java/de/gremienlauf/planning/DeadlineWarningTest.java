package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.Overlap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers under way are planned again whatever moves, and who misses a deadline is warned about. */
@IntegrationTest
@ExtendWith({CoverageRecorder.Counted.class, OutputCaptureExtension.class})
class DeadlineWarningTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final Wish FINANCE = new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 5));
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(3, 12));

  @Autowired PaperWorld world;
  @Autowired PlanWatch watch;
  @Autowired PaperPlans plans;
  @Autowired PaperPlanRepository rows;
  @Autowired PlanningTasks warnings;
  @Autowired MeetingCalendar calendar;
  @Autowired Clerk clerk;
  @Autowired TransactionTemplate transaction;

  private City city;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(START);
    city = world.city();
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private PaperRun confirmed(String deadline) {
    return city.paper("Beschlussvorlage")
        .draft(deadline == null ? Map.of() : Map.of("outsideDeadline", deadline)).stations(FINANCE, COUNCIL).confirm();
  }

  private void move(PaperRun paper, String body, LocalDate to) {
    calendar.move(paper.station(body).meetingId(), to, "15:30", null, "Der Saal ist belegt.");
    clerk.runDueJobs();
  }

  private List<Task> warned(PaperRun paper) {
    watch.look(city.name);
    return warnings.warnings(paper);
  }

  private static List<String> events(PaperRun paper) {
    return paper.details().events().stream().map(PaperDetails.Event::text)
        .filter(text -> text.startsWith("Terminwarnung")).toList();
  }

  @Test
  void whoConfirmsWhileThePaperIsPlannedIsAskedToTryAgain() {
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(FINANCE, COUNCIL);
    Task confirm = clerk.task(paper.process(), "Task_ConfirmSequence");
    assertThatThrownBy(() -> Overlap.of(transaction, () -> plans.confirmed(paper.id),
        () -> clerk.submit(confirm, Map.of("sequenceConfirmed", true))))
        .hasCauseInstanceOf(OptimisticLockingException.class);
    clerk.complete(confirm, Map.of("sequenceConfirmed", true));
    assertThat(clerk.task(paper.process(), "Task_Sign")).isNotNull();
  }

  @Test
  void aPaperThatIsBeingConfirmedIsPlannedTheNextTime(CapturedOutput log) throws Exception {
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of("outsideDeadline", "31.03.2026"))
        .stations(FINANCE, COUNCIL);
    Overlap.of(transaction, () -> plans.confirmed(paper.id), () -> watch.look(city.name));
    assertThat(log).contains("Paper " + paper.id + " is being planned elsewhere").doesNotContain("cannot be planned");
    watch.look(city.name);
    assertThat(rows.findById(paper.id)).hasValueSatisfying(row -> {
      assertThat(row.confirmedOn).isEqualTo(START);
      assertThat(row.earliestEnd).isEqualTo(day(3, 12));
    });
  }

  @Test
  void aMeetingThatMovesWarnsAndTakesTheWarningBack() {
    PaperRun paper = confirmed("31.03.2026").sign();
    assertThat(warned(paper)).isEmpty();
    assertThat(rows.findById(paper.id)).hasValueSatisfying(row -> {
      assertThat(row.earliestEnd).isEqualTo(day(3, 12));
      assertThat(row.slackDays).isEqualTo(19);
      assertThat(row.meets).isTrue();
    });

    move(paper, "Rat", day(4, 9));
    assertThat(warned(paper)).singleElement().satisfies(task -> {
      assertThat(task.getName()).isEqualTo("Gefährdeten Termin klären");
      assertThat(String.valueOf(clerk.fields(task).get("planText"))).contains("Der Termin Di 31.03.2026 ist nicht zu"
          + " halten: die Entscheidung ist frühestens am Do 09.04.2026 möglich, 9 Tage zu spät.",
          "Rat am 09.04.2026: angemeldet.");
    });
    assertThat(warned(paper)).as("the second look").hasSize(1);

    move(paper, "Rat", day(4, 16));
    assertThat(warned(paper)).singleElement().satisfies(task ->
        assertThat(String.valueOf(clerk.fields(task).get("planText"))).contains("16 Tage zu spät"));

    move(paper, "Rat", day(3, 19));
    assertThat(warned(paper)).isEmpty();
    assertThat(events(paper)).hasSize(2).last().asString().isEqualTo("Terminwarnung aufgehoben: Der Termin Di"
        + " 31.03.2026 ist zu halten: die Entscheidung ist am Do 19.03.2026 möglich, danach bleiben 12 Tage.");
  }

  @Test
  void aMeetingBeforeThatMovesBehindTheDecisionCostsTheDecision() {
    PaperRun paper = confirmed("31.03.2026").sign();
    city.body("Rat", day(5, 7));
    move(paper, "Finanzausschuss", day(3, 26));

    assertThat(warned(paper)).hasSize(1);
    assertThat(plans.of(paper.id)).hasValueSatisfying(plan -> {
      assertThat(plan.end()).isEqualTo(day(5, 7));
      assertThat(plan.sentences()).anyMatch(sentence -> sentence.startsWith("Rat am 07.05.2026 (die Sitzung am"
          + " 12.03.2026 liegt vor der eines Gremiums, auf das zu warten ist): abzugeben bis"));
      assertThat(plan.stops()).extracting(LivePlan.Stop::firstPlanned).containsExactly(day(3, 5), day(3, 12));
    });
  }

  @Test
  void whoIsSignedTooLateMissesTheMeetingThatWasChosen() {
    city.body("Rat", day(4, 23));
    city.body("Finanzausschuss", day(4, 16));
    PaperRun paper = confirmed("31.03.2026");
    assertThat(warned(paper)).isEmpty();
    LivePlan planned = plans.of(paper.id).orElseThrow();
    assertThat(planned.slackDays()).isPositive();
    LocalDate until = planned.stops().get(0).submissionDay();
    assertThat(planned.stops().get(0).ifLate()).isEqualTo(day(4, 16));
    assertThat(planned.sentences()).anyMatch(sentence -> sentence.startsWith("Finanzausschuss am 05.03.2026: abzugeben"
        + " bis ") && sentence.endsWith(", sonst erst am 16.04.2026."));

    clerk.onDay(until.plusDays(1));
    assertThat(warned(paper)).hasSize(1);
    assertThat(plans.of(paper.id).orElseThrow().sentences())
        .anyMatch(sentence -> sentence.contains("(die Sitzung am 05.03.2026 ist nicht mehr zu erreichen)"));
  }

  @Test
  void preparationTakesAsLongAsForThePapersBefore() {
    for (int i = 0; i < 5; i++) {
      clerk.onDay(day(1, 5));
      PaperRun before = confirmed(null);
      clerk.onDay(day(1, 19));
      before.sign();
    }
    clerk.onDay(day(1, 20));
    PaperRun paper = confirmed("31.03.2026");
    assertThat(plans.of(paper.id).orElseThrow().sentences()).last().asString()
        .isEqualTo("Gerechnet ist damit, dass die Vorlage am Di 03.02.2026 gezeichnet ist.");

    clerk.onDay(day(1, 27));
    assertThat(plans.of(paper.id).orElseThrow().sentences()).last().asString().contains("am Di 03.02.2026 gezeichnet");
  }

  @Test
  void whoHasAnsweredIsAskedAgainOnlyIfItGetsWorse() {
    PaperRun paper = confirmed("31.03.2026").sign();
    move(paper, "Rat", day(4, 9));
    Task task = warned(paper).get(0);
    refused(task, Map.of("answer", "ACCEPTED"), "Bitte füllen Sie „Begründung“ aus.");
    clerk.complete(task, Map.of("answer", "ACCEPTED", "remark", "Das Land ist unterrichtet."));
    assertThat(warned(paper)).isEmpty();
    assertThat(events(paper)).last().asString().isEqualTo(
        "Terminwarnung beantwortet: Der Termin wird nicht gehalten. Das Land ist unterrichtet.");

    move(paper, "Rat", day(4, 2));
    assertThat(warned(paper)).isEmpty();
    move(paper, "Rat", day(4, 16));
    assertThat(warned(paper)).hasSize(1);
  }

  @Test
  void aNewDeadlineIsKept() {
    PaperRun paper = confirmed("31.03.2026").sign();
    move(paper, "Rat", day(4, 9));
    Task task = warned(paper).get(0);
    refused(task, Map.of("answer", "NEW_DEADLINE", "remark", "Bescheid"), "Bitte geben Sie die neue Frist an.");
    refused(task, Map.of("answer", "NEW_DEADLINE", "newDeadline", "31.03.2026", "remark", "Bescheid"),
        "Die neue Frist muss nach dem 31.03.2026 liegen.");
    refused(task, Map.of("answer", "ACCEPTED", "newDeadline", "30.04.2026", "remark", "Bescheid"),
        "Eine neue Frist gehört nur zur Antwort „Die Frist ist verlängert“.");
    clerk.complete(task, Map.of("answer", "NEW_DEADLINE", "newDeadline", "30.04.2026", "remark", "Bescheid vom 2.2."));

    assertThat(paper.details().outsideDeadline()).isEqualTo(day(4, 30));
    assertThat(warned(paper)).isEmpty();
    assertThat(rows.findById(paper.id).orElseThrow().slackDays).isEqualTo(21);
  }

  private void refused(Task task, Map<String, Object> entered, String sentence) {
    assertThatThrownBy(() -> clerk.complete(task, entered)).isInstanceOf(BusinessException.class)
        .hasMessage(sentence);
  }

  @Test
  void aPaperThatIsWithdrawnNeedsNoWarning() {
    PaperRun paper = confirmed("31.03.2026").sign();
    move(paper, "Rat", day(4, 9));
    assertThat(warned(paper)).hasSize(1);
    paper.withdraw("Das Vorhaben ist aufgegeben.");
    assertThat(warned(paper)).isEmpty();
    assertThat(plans.of(paper.id)).isEmpty();
  }

  @Test
  void withoutADeadlineNobodyIsWarned() {
    PaperRun paper = confirmed(null).sign();
    move(paper, "Rat", day(10, 9));
    assertThat(warned(paper)).isEmpty();
    assertThat(plans.of(paper.id).orElseThrow().verdict())
        .isEqualTo("Die Entscheidung ist frühestens am Fr 09.10.2026 möglich.");
  }
}

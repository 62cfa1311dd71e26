package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code project-finding}: a question is put, changed, answered, or settled by another fact. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class FindingTest {

  private static final String ANSWER = "Task_AnswerFinding";

  @Autowired ProjectWorld world;
  @Autowired Findings findings;
  @Autowired FindingRepository rows;
  @Autowired ProjectHistory history;
  @Autowired TaskService tasks;
  @Autowired Clerk clerk;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(LocalDate.of(2017, 4, 10));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private Finding raised(Long projectId, String detail) {
    findings.raise(projectId, FindingCode.EARLY_START, "Beginn", detail);
    return rows.findByProjectIdOrderById(projectId).get(0);
  }

  @Test
  void questionIsPutOnceAndAnswered() {
    Long project = world.stored(world.city());
    Finding raised = raised(project, "Der Beginn liegt 3 Tage vor dem Beschluss.");
    assertThat(raised(project, "Der Beginn liegt 3 Tage vor dem Beschluss.").id()).isEqualTo(raised.id());

    Task task = clerk.task(raised.processInstanceId(), ANSWER);
    assertThat(clerk.fields(task)).containsEntry("detail", "Der Beginn liegt 3 Tage vor dem Beschluss.")
        .containsEntry("question", "Liegt eine Genehmigung zum vorzeitigen Maßnahmenbeginn vor?")
        .containsEntry("projectName", "Einwanderung gestalten").containsEntry("projectNumber", "FP-2017-001");
    assertThat(EngineClock.dayOf(task.getDueDate())).isEqualTo(LocalDate.of(2017, 4, 26));
    assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
        .containsExactlyInAnyOrder("amt-integration", "foerdercontrolling");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("answer", " "))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("beantworten");
    clerk.complete(task, Map.of("answer", "Ja, vom 15.03.2017."));

    assertThat(clerk.instance(raised.processInstanceId())).isNull();
    Finding answered = rows.findById(raised.id()).orElseThrow();
    assertThat(answered.answer()).isEqualTo("Ja, vom 15.03.2017.");
    assertThat(answered.answeredOn()).isEqualTo(LocalDate.of(2017, 4, 10));
    assertThat(history.of(project)).extracting(ProjectEvent::description).anyMatch(
        text -> text.startsWith("Frage beantwortet: Liegt eine Genehmigung") && text.contains("15.03.2017"));
    assertThatThrownBy(() -> findings.answer(raised.id(), "Nein")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("schon beantwortet");
    findings.raise(project, FindingCode.EARLY_START, "Beginn", "Noch etwas.");
    assertThat(rows.findById(raised.id()).orElseThrow().detail()).doesNotContain("Noch etwas");
  }

  @Test
  void openQuestionShowsWhatIsKnownLater() {
    Finding raised = raised(world.stored(world.city()), "Der Beginn liegt vor dem Beschluss.");
    raised(raised.projectId(), "Der Beginn liegt vor dem Beschluss und vor dem Bescheid.");

    assertThat(clerk.fields(clerk.task(raised.processInstanceId(), ANSWER)))
        .containsEntry("detail", "Der Beginn liegt vor dem Beschluss und vor dem Bescheid.");
    assertThat(rows.findByProjectIdOrderById(raised.projectId())).hasSize(1);
  }

  @Test
  void anotherFactSettlesTheQuestion() {
    Finding raised = raised(world.stored(world.city()), "Der Beginn liegt vor dem Beschluss.");
    findings.settle(raised.projectId(), FindingCode.EARLY_START, "Beginn", "Genehmigt am 15.03.2017.");
    findings.settle(raised.projectId(), FindingCode.EARLY_START, "Beginn", "Noch einmal.");
    findings.settle(raised.projectId(), FindingCode.OPEN_POINTS, "Konzept 1", "Nie gefragt.");

    assertThat(clerk.instance(raised.processInstanceId())).isNull();
    assertThat(rows.findById(raised.id()).orElseThrow().answer()).isEqualTo("Genehmigt am 15.03.2017.");
  }

  @Test
  void unknownQuestionIsNamed() {
    assertThatThrownBy(() -> findings.answer(-1L, "Ja")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("gibt es nicht");
  }
}

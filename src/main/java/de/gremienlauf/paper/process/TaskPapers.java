package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.CONSULTATION_ID;
import static de.gremienlauf.paper.process.PaperVariables.PAPER_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.paper.PaperQueries;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Finds the paper that a task is about, for a person who may see the task. */
@Component
public class TaskPapers {

  private final TaskService tasks;
  private final FormFields fields;
  private final PaperQueries queries;
  private final Unrestricted unrestricted;
  private final DraftForm draftForm;
  private final ConfirmSequenceForm sequenceForm;

  TaskPapers(TaskService tasks, FormFields fields, PaperQueries queries, Unrestricted unrestricted,
      DraftForm draftForm, ConfirmSequenceForm sequenceForm) {
    this.fields = fields;
    this.draftForm = draftForm;
    this.sequenceForm = sequenceForm;
    this.tasks = tasks;
    this.queries = queries;
    this.unrestricted = unrestricted;
  }

  /** The id of the paper. Unknown if the person may not see the task or the task is not about a paper. */
  public Long paperOf(String taskId) {
    boolean visible = tasks.createTaskQuery().taskId(taskId).count() > 0;
    Map<String, Object> ids = !visible ? Map.of() : unrestricted.call(
        () -> tasks.getVariables(taskId, List.of(PAPER_ID.name(), CONSULTATION_ID.name())));
    if (ids.get(CONSULTATION_ID.name()) instanceof Long consultationId) {
      return queries.paperOf(consultationId);
    }
    if (ids.get(PAPER_ID.name()) instanceof Long paperId) {
      return paperId;
    }
    throw BusinessException.unknown("Zu dieser Aufgabe gehört keine Vorlage.");
  }

  /** Lets an open task "Vorlage entwerfen" show the text as it is now. */
  public void refreshText(Long paperId) {
    unrestricted.call(() -> tasks.createTaskQuery().taskDefinitionKey("Task_Draft")
        .processVariableValueEquals(PAPER_ID.name(), paperId).unlimitedList())
        .forEach(task -> unrestricted.call(() -> {
          fields.change(task.getId(), draftForm.text(paperId));
          return null;
        }));
  }

  /** What the form of that task shows of the text. */
  public Map<String, Object> formText(Long paperId) {
    return draftForm.text(paperId);
  }

  /** Lets an open task "Beratungsfolge festlegen" show the sequence as it is now. */
  public void refreshSequence(Long paperId) {
    unrestricted.call(() -> tasks.createTaskQuery().taskDefinitionKey("Task_ConfirmSequence")
        .processVariableValueEquals(PAPER_ID.name(), paperId).unlimitedList())
        .forEach(task -> unrestricted.call(() -> {
          fields.change(task.getId(), sequenceForm.sequence(queries.contents(paperId)));
          return null;
        }));
  }
}

package de.gremienlauf.planning.process;

import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.planning.PlanChanged;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets an open task "Gefährdeten Termin klären" show the plan as it is now. */
@Component
class WarningTasks {

  private final TaskService tasks;
  private final FormFields fields;
  private final AnswerWarningForm form;
  private final Unrestricted unrestricted;

  WarningTasks(TaskService tasks, FormFields fields, AnswerWarningForm form, Unrestricted unrestricted) {
    this.fields = fields;
    this.tasks = tasks;
    this.form = form;
    this.unrestricted = unrestricted;
  }

  @EventListener
  void onChanged(PlanChanged changed) {
    unrestricted.call(() -> {
      tasks.createTaskQuery().processInstanceId(changed.warningProcessId()).list()
          .forEach(task -> fields.change(task.getId(), form.plan(changed.paperId())));
      return null;
    });
  }
}

package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.ActualLines;
import de.gremienlauf.funding.FinancingPlan;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ProofsOfUse;
import de.gremienlauf.funding.WrittenProof;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Verwendungsnachweis erstellen". */
@Component("writeProofForm")
class WriteProofForm extends ProjectForm {

  private final ProofsOfUse proofs;
  private final FinancingPlan plan;

  WriteProofForm(Projects projects, ProofsOfUse proofs, FinancingPlan plan) {
    super(projects);
    this.proofs = proofs;
    this.plan = plan;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Long projectId = projectId(task);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dueExplained", proofs.of(projectId).orElseThrow().dueExplained());
    fields.put("narrative", proofs.narrativeDraft(projectId));
    fields.put("actuals", ActualLines.write(plan.lines(projectId)));
    fields.put("submittedOn", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long projectId = projectId(task);
    proofs.submit(projectId, new WrittenProof(form.longText("narrative", "Sachbericht"),
        ActualLines.read(form.longText("actuals", "Tatsächliche Beträge"), plan.lines(projectId)),
        form.day("submittedOn", "Vorgelegt am")));
  }
}

package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.AuditResult;
import de.gremienlauf.funding.ProofAudit;
import de.gremienlauf.funding.ProofDetails;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ProofsOfUse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Prüfvermerk erfassen". */
@Component("recordAuditForm")
class RecordAuditForm extends ProjectForm {

  private final ProofsOfUse proofs;

  RecordAuditForm(Projects projects, ProofsOfUse proofs) {
    super(projects);
    this.proofs = proofs;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    ProofDetails proof = proofs.of(projectId(task)).orElseThrow();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("submittedOn", GermanDate.print(proof.submittedOn()));
    fields.put("computation", proof.computation());
    fields.put("result", null);
    fields.put("repayment", null);
    fields.put("auditedOn", null);
    fields.put("note", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    proofs.audit(projectId(task), new ProofAudit(form.choice("result", "Ergebnis", AuditResult.class),
        form.reason("note", "Prüfvermerk"), form.day("auditedOn", "Prüfvermerk vom"),
        form.amount("repayment", "Gekürzter oder zu erstattender Betrag")));
  }
}

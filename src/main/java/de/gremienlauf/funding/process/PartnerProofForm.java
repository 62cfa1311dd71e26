package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PARTNER_ID;

import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.PartnerProof;
import de.gremienlauf.funding.PartnerProofs;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Nachweis des Partners prüfen". */
@Component("partnerProofForm")
class PartnerProofForm extends ProjectForm {

  private final PartnerProofs proofs;

  PartnerProofForm(Projects projects, PartnerProofs proofs) {
    super(projects);
    this.proofs = proofs;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    PartnerProof proof = proofs.details(PARTNER_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("partnerName", proof.name());
    fields.put("passedOn", Euro.print(proof.passedOn()));
    fields.put("dueExplained", proof.dueExplained());
    fields.put("receivedOn", null);
    fields.put("accepted", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    proofs.check(PARTNER_ID.from(task), form.day("receivedOn", "Eingegangen am"),
        form.amount("accepted", "Anerkannter Betrag"));
  }
}

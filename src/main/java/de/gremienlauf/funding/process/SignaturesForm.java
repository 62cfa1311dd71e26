package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FOLLOW_UP_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Unterzeichnungen erfassen". */
@Component("signaturesForm")
class SignaturesForm extends ProjectForm {

  private final FollowUps followUps;

  SignaturesForm(Projects projects, FollowUps followUps) {
    super(projects);
    this.followUps = followUps;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Long followUpId = FOLLOW_UP_ID.from(task);
    FollowUps.Gate gate = followUps.gate(followUpId);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("gateText", "Folgeprojekt " + projects.head(gate.laterProjectId()).number() + ": " + gate.sentence());
    fields.put("partnerChoices", followUps.unsigned(followUpId).stream()
        .map(partner -> choice(partner.id(), partner.name())).toList());
    fields.put("partners", List.of());
    fields.put("signedOn", null);
    fields.put("signedAssumed", false);
    fields.put("newPartners", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long followUpId = FOLLOW_UP_ID.from(task);
    List<String> signed = form.choices("partners", "Diese Partner haben unterzeichnet",
        followUps.unsigned(followUpId).stream().map(partner -> String.valueOf(partner.id())).toList());
    List<String> added = BeginFollowUp.names(form.longText("newPartners", "Weitere Kooperationspartner"));
    LocalDate signedOn = form.day("signedOn", "Unterzeichnet am");
    if (signed.isEmpty() && added.isEmpty()) {
      throw new BusinessException("Bitte geben Sie an, wer unterzeichnet hat, oder weitere Kooperationspartner.");
    }
    followUps.sign(followUpId, signed.stream().map(Long::valueOf).toList(), signedOn,
        form.ticked("signedAssumed", "Der Tag ist nur angenommen"));
    added.forEach(name -> followUps.addPartner(followUpId, name));
  }
}

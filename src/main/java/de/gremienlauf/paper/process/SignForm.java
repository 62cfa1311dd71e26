package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.SIGNED;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Vorlage zeichnen". */
@Component("signForm")
class SignForm extends PaperForm {

  private static final String SIGN = "SIGN";
  private static final String RETURN = "RETURN";

  private final Papers papers;

  SignForm(PaperQueries queries, Papers papers) {
    super(queries);
    this.papers = papers;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    papers.openSigning(paper.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("draftText", draftText(paper));
    fields.put("decision", null);
    fields.putAll(SignatureFields.of(Optional.empty()));
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected Map<String, Object> proposals(DelegateTask task, String userId) {
    return SignatureFields.of(papers.proposedSignature(paperId(task), userId));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    boolean sign = SIGN.equals(form.requiredChoice("decision", "Entscheidung", List.of(SIGN, RETURN)));
    if (sign) {
      Capacity capacity = SignatureFields.capacity(form, "Es wird gezeichnet",
          "Bitte geben Sie an, ob Sie selbst, i. V. oder i. A. zeichnen.");
      papers.sign(paperId(task), form.requiredText("signatory", "Name, wie er unter der Vorlage steht"), capacity,
          SignatureFields.represented(form, "In Vertretung oder im Auftrag von", capacity,
              () -> papers.proposedSignature(paperId(task), task.getAssignee())));
    } else {
      papers.returnToDraft(paperId(task), form.reason("reason", "Grund der Rückgabe"));
    }
    SIGNED.set(task.getExecution(), sign);
  }
}

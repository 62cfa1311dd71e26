package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.CO_SIGNATURE_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.CoSignatures;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Vorlage mitzeichnen", one for each office. */
@Component("coSignForm")
class CoSignForm extends PaperForm {

  private static final String AGREED = "AGREED";
  private static final String OBJECTION = "OBJECTION";

  private final CoSignatures coSignatures;

  CoSignForm(PaperQueries queries, CoSignatures coSignatures) {
    super(queries);
    this.coSignatures = coSignatures;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    Long coSignatureId = CO_SIGNATURE_ID.from(task);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("leadOffice", paper.leadOffice());
    fields.put("draftText", draftText(paper));
    fields.put("office", coSignatures.office(coSignatureId).name());
    fields.put("dueText", "Frist: " + GermanDate.print(coSignatures.dueOn(coSignatureId)));
    fields.put("decision", null);
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    boolean agreed = AGREED.equals(
        form.requiredChoice("decision", "Entscheidung", List.of(AGREED, OBJECTION)));
    coSignatures.decide(CO_SIGNATURE_ID.from(task), agreed,
        agreed ? null : form.reason("reason", "Begründung des Einwands"));
  }
}

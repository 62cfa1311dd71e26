package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FINDING_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.Findings;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Frage beantworten". */
@Component("findingForm")
class FindingForm extends ProjectForm {

  private final Findings findings;

  FindingForm(Projects projects, Findings findings) {
    super(projects);
    this.findings = findings;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Findings.Question question = findings.question(FINDING_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("question", question.question());
    fields.put("detail", question.detail());
    fields.put("answer", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    findings.answer(FINDING_ID.from(task), form.reason("answer", "Antwort"));
  }
}

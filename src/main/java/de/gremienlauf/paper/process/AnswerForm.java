package de.gremienlauf.paper.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Beantwortung zuordnen". */
@Component("answerForm")
class AnswerForm extends PaperForm {

  private final Papers papers;

  AnswerForm(PaperQueries queries, Papers papers) {
    super(queries);
    this.papers = papers;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperDetails paper) {
    papers.openAnswer(paper.id());
    Map<String, Object> fields = new HashMap<>();
    fields.put("answerReference", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    papers.answer(paperId(task), form.requiredText("answerReference", "Vorlagen-Nummer der Beantwortung"));
  }
}

package de.gremienlauf.paper.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperLine;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import java.util.HashMap;
import java.util.List;
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
  Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    papers.openAnswer(paper.id());
    Map<String, Object> fields = new HashMap<>();
    fields.put("answerChoices", queries.answersTo(paper.id()).stream()
        .map(line -> choice(line.reference(), line.reference() + " " + line.name())).toList());
    fields.put("answerChoice", null);
    fields.put("answerReference", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String other = form.text("answerReference", "Nummer der Beantwortung");
    String chosen = form.choice("answerChoice", "Beantwortet durch die Vorlage", queries.answersTo(paperId(task))
        .stream().map(PaperLine::reference).toList());
    if (other == null && chosen == null) {
      throw new BusinessException("Bitte geben Sie an, welche Vorlage die Anfrage beantwortet.");
    }
    papers.answer(paperId(task), other == null ? chosen : other);
  }
}

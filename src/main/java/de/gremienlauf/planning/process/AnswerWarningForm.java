package de.gremienlauf.planning.process;

import static de.gremienlauf.planning.process.PlanningVariables.PAPER_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.planning.LivePlan;
import de.gremienlauf.planning.PaperPlans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Gefährdeten Termin klären". */
@Component("answerWarningForm")
class AnswerWarningForm extends FormHandler {

  private final PaperPlans plans;
  private final PaperQueries queries;

  AnswerWarningForm(PaperPlans plans, PaperQueries queries) {
    this.plans = plans;
    this.queries = queries;
  }

  @Override
  protected Map<String, Object> defaults(DelegateTask task) {
    Long paperId = PAPER_ID.from(task);
    PaperDetails paper = queries.details(paperId);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("reference", paper.reference());
    fields.put("paperType", paper.type());
    fields.put("subject", paper.name());
    fields.put("deadlineText", "Frist: " + GermanDate.print(paper.outsideDeadline())
        + (paper.outsideDeadlineNote() == null ? "" : ", " + paper.outsideDeadlineNote()));
    fields.putAll(plan(paperId));
    fields.put("answer", null);
    fields.put("newDeadline", null);
    fields.put("remark", null);
    return fields;
  }

  /** The texts about the plan as it is now. */
  Map<String, Object> plan(Long paperId) {
    LivePlan plan = plans.of(paperId).orElseThrow();
    return Map.of("planText", list(plan.sentences().stream()),
        "waysText", list(plan.alternatives().stream().map(way -> way.text() + " (" + way.ground() + ")")));
  }

  private static String list(Stream<String> sentences) {
    return sentences.map(sentence -> "- " + escaped(sentence)).collect(Collectors.joining("\n"));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    PaperPlans.Answer answer = form.choice("answer", "Was wird getan?", PaperPlans.Answer.class);
    String remark = form.reason("remark", "Begründung");
    if (answer == null || remark == null) {
      throw new BusinessException("Bitte füllen Sie „" + (answer == null ? "Was wird getan?" : "Begründung") + "“ aus.");
    }
    plans.answer(PAPER_ID.from(task), answer, form.day("newDeadline", "Neue Frist"), remark);
  }
}

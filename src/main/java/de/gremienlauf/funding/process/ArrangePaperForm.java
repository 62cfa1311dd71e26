package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PAPER_ID;
import static de.gremienlauf.funding.process.FundingVariables.PAPER_NEED;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_PAPER_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.PaperNeed;
import de.gremienlauf.funding.ProjectPapers;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Vorlage veranlassen". */
@Component("arrangePaperForm")
class ArrangePaperForm extends ProjectForm {

  private static final List<String> TYPES = List.of("Beschlussvorlage", "Mitteilung");
  private static final int SUBJECT = 500;

  private final ProjectPapers papers;

  ArrangePaperForm(Projects projects, ProjectPapers papers) {
    super(projects);
    this.papers = papers;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    ProjectPapers.Wanted wanted = papers.wanted(PROJECT_PAPER_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("purposeLabel", wanted.purpose().label());
    fields.put("need", PaperNeed.NEW.name());
    fields.put("paperType", wanted.paperType());
    fields.put("subject", wanted.subject());
    fields.put("reference", null);
    fields.put("ground", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long projectPaperId = PROJECT_PAPER_ID.from(task);
    PaperNeed need = PaperNeed.valueOf(form.requiredChoice("need", "Mit welcher Vorlage gehen Sie in die Gremien?",
        List.of(PaperNeed.NEW.name(), PaperNeed.EXISTING.name(), PaperNeed.NONE.name())));
    switch (need) {
      case NEW -> PAPER_ID.set(task.getExecution(), papers.begin(projectPaperId,
          form.requiredChoice("paperType", "Art der neuen Vorlage", TYPES), subject(form)));
      case EXISTING -> PAPER_ID.set(task.getExecution(), papers.link(projectPaperId,
          form.requiredText("reference", "Nummer der vorhandenen Vorlage")));
      default -> papers.none(projectPaperId, form.reason("ground", "Warum keine Vorlage nötig ist"));
    }
    PAPER_NEED.set(task.getExecution(), need.name());
  }

  private static String subject(FormData form) {
    String subject = form.requiredLine("subject", "Betreff der neuen Vorlage");
    if (subject.length() > SUBJECT) {
      throw new BusinessException("„Betreff der neuen Vorlage“ darf höchstens " + SUBJECT + " Zeichen haben.");
    }
    return subject;
  }
}

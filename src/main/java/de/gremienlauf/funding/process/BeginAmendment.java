package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_ID;
import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_STEP;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.SecondClick;
import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.NewAmendment;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.Projects;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Creates the amendment from the start form, or binds one that the application itself began to its process. */
@Component("beginAmendment")
class BeginAmendment implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("project", "kind", "begins", "day", "until", "note");
  private static final List<String> KINDS = Arrays.stream(NoticeKind.values()).filter(NoticeKind::amends)
      .map(Enum::name).toList();
  private static final List<String> STEPS = Arrays.stream(AmendmentStep.values()).map(Enum::name).toList();

  private final Amendments amendments;
  private final Projects projects;
  private final SecondClick secondClick;

  BeginAmendment(Amendments amendments, Projects projects, SecondClick secondClick) {
    this.amendments = amendments;
    this.projects = projects;
    this.secondClick = secondClick;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (AMENDMENT_ID.from(execution) == null) {
      create(execution, StartForms.take(execution, START_FORM));
    } else {
      StartForms.onlyIds(execution, 3);
    }
    amendments.attachProcess(AMENDMENT_ID.from(execution), execution.getProcessInstanceId());
  }

  private void create(DelegateExecution execution, FormData form) {
    String number = form.requiredText("project", "Nummer des Förderprojekts");
    AmendmentStep step = AmendmentStep.valueOf(form.requiredChoice("begins", "Wie die Änderung beginnt", STEPS));
    NewAmendment begun = new NewAmendment(
        NoticeKind.valueOf(form.requiredChoice("kind", "Art der Änderung", KINDS)), step,
        form.day("day", "Tag"), form.day("until", "Frist"), form.reason("note", "Anlass"));
    Long projectId = projects.toChange(number);
    PROJECT_ID.set(execution, projectId);
    secondClick.refuse("Diese Änderung", "amendment", String.valueOf(projectId), begun.toString());
    AMENDMENT_ID.set(execution, amendments.create(projectId, begun));
    AMENDMENT_STEP.set(execution, step.name());
    execution.setProcessBusinessKey(projects.head(projectId).number());
  }
}

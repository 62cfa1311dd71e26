package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FUNDS_CALL_ID;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.SecondClick;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.Projects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Creates the call for funds from the start form, or binds one that the application itself began to its process. */
@Component("beginFundsCall")
class BeginFundsCall implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("project");

  private final FundsCalls calls;
  private final Projects projects;
  private final SecondClick secondClick;

  BeginFundsCall(FundsCalls calls, Projects projects, SecondClick secondClick) {
    this.calls = calls;
    this.projects = projects;
    this.secondClick = secondClick;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (FUNDS_CALL_ID.from(execution) == null) {
      create(execution, StartForms.take(execution, START_FORM));
    } else {
      StartForms.onlyIds(execution, 2);
    }
    calls.attachProcess(FUNDS_CALL_ID.from(execution), execution.getProcessInstanceId());
  }

  private void create(DelegateExecution execution, FormData form) {
    Long projectId = projects.toChange(form.requiredText("project", "Nummer des Förderprojekts"));
    PROJECT_ID.set(execution, projectId);
    secondClick.refuse("Diesen Mittelabruf", "funds-call", String.valueOf(projectId));
    FUNDS_CALL_ID.set(execution, calls.create(projectId));
    execution.setProcessBusinessKey(projects.head(projectId).number());
  }
}

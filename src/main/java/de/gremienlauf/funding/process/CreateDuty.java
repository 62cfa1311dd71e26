package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.DUTY_ID;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.SecondClick;
import de.gremienlauf.funding.Duties;
import de.gremienlauf.funding.DutyKind;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what the authority has to be told from the start form, or binds what the application itself has stored. */
@Component("createDuty")
class CreateDuty implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("project", "kind", "noticedOn", "matter");

  private final Duties duties;
  private final Projects projects;
  private final SecondClick secondClick;

  CreateDuty(Duties duties, Projects projects, SecondClick secondClick) {
    this.duties = duties;
    this.projects = projects;
    this.secondClick = secondClick;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (DUTY_ID.from(execution) == null) {
      create(execution, StartForms.take(execution, START_FORM));
    } else {
      StartForms.onlyIds(execution, 2);
    }
    duties.attachProcess(DUTY_ID.from(execution), execution.getProcessInstanceId());
  }

  private void create(DelegateExecution execution, FormData form) {
    String number = form.requiredText("project", "Nummer des Förderprojekts");
    DutyKind kind = form.choice("kind", "Was mitzuteilen ist", DutyKind.class);
    LocalDate noticedOn = form.day("noticedOn", "Bekannt geworden am");
    String matter = form.reason("matter", "Sachverhalt");
    Long projectId = projects.toChange(number);
    PROJECT_ID.set(execution, projectId);
    secondClick.refuse("Diese Mitteilungspflicht", "duty", String.valueOf(projectId), String.valueOf(kind), matter);
    DUTY_ID.set(execution, duties.create(projectId, kind, noticedOn, matter));
    execution.setProcessBusinessKey(projects.head(projectId).number());
  }
}

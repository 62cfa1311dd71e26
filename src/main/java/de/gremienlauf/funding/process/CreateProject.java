package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.Projects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Creates the project from the start form; a project that was begun by the application itself is only bound to its
 * process.
 */
@Component("createProject")
class CreateProject implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("name", "programme", "grantor", "leadOffice", "idea",
      "targetGroup", "plannedFrom", "plannedUntil");

  private final Projects projects;
  private final Council council;

  CreateProject(Projects projects, Council council) {
    this.projects = projects;
    this.council = council;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (PROJECT_ID.from(execution) == null) {
      PROJECT_ID.set(execution, projects.create(project(StartForms.take(execution, START_FORM))));
      execution.setProcessBusinessKey(projects.head(PROJECT_ID.from(execution)).number());
    } else {
      StartForms.onlyIds(execution, 1);
    }
    projects.attachProcess(PROJECT_ID.from(execution), execution.getProcessInstanceId());
  }

  private NewProject project(FormData form) {
    return new NewProject(council.ownMunicipality(), null, form.requiredText("name", "Name des Projekts"),
        form.requiredText("programme", "Förderprogramm"), form.reason("idea", "Worum es geht"),
        form.text("targetGroup", "Zielgruppe"), form.requiredText("leadOffice", "Federführende Dienststelle"),
        form.text("grantor", "Bewilligungsbehörde"), form.day("plannedFrom", "Geplanter Beginn"),
        form.day("plannedUntil", "Geplantes Ende"));
  }
}

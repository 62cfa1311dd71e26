package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.SecondClick;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.Projects;
import java.time.Clock;
import java.time.LocalDate;
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

  private static final String LEAD_OFFICE = "Federführende Dienststelle";
  private static final Set<String> START_FORM = Set.of("name", "programme", "grantor", "leadOffice", "idea",
      "targetGroup", "plannedFrom", "plannedUntil");

  private final Projects projects;
  private final Council council;
  private final SecondClick secondClick;
  private final CurrentUser user;
  private final Clock clock;

  CreateProject(Projects projects, Council council, SecondClick secondClick, CurrentUser user, Clock clock) {
    this.projects = projects;
    this.council = council;
    this.secondClick = secondClick;
    this.user = user;
    this.clock = clock;
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
    String name = form.requiredText("name", "Name des Projekts");
    String programme = form.requiredText("programme", "Förderprogramm");
    String office = council.officeOf(user.groups(), LocalDate.now(clock)).map(Organization::name)
        .filter(own -> form.text("leadOffice", LEAD_OFFICE) == null)
        .orElseGet(() -> form.requiredText("leadOffice", LEAD_OFFICE));
    secondClick.refuse("Dieses Förderprojekt", name, programme, office);
    return new NewProject(council.ownMunicipality(), null, name, programme, form.reason("idea", "Worum es geht"),
        form.text("targetGroup", "Zielgruppe"), office, form.text("grantor", "Bewilligungsbehörde"),
        form.day("plannedFrom", "Geplanter Beginn"), form.day("plannedUntil", "Geplantes Ende"));
  }
}

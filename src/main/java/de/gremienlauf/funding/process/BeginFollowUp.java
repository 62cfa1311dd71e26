package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FOLLOW_UP_ID;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.NewFollowUp;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.ProjectHead;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a follow-up project from the start form, or binds one that the application itself has begun. */
@Component("beginFollowUp")
class BeginFollowUp implements JavaDelegate {

  private static final Set<String> START_FORM = Set.of("project", "laterProject", "name", "programme", "grantor",
      "plannedFrom", "plannedUntil", "reason", "signatures", "partners");

  private final FollowUps followUps;
  private final Projects projects;

  BeginFollowUp(FollowUps followUps, Projects projects) {
    this.followUps = followUps;
    this.projects = projects;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (FOLLOW_UP_ID.from(execution) == null) {
      create(execution, StartForms.take(execution, START_FORM));
    } else {
      StartForms.onlyIds(execution, 2);
    }
    followUps.attachProcess(FOLLOW_UP_ID.from(execution), execution.getProcessInstanceId());
  }

  private void create(DelegateExecution execution, FormData form) {
    String number = form.requiredText("project", "Nummer des bisherigen Förderprojekts");
    Integer signatures = form.count("signatures", "Nötige Unterschriften");
    String reason = form.reason("reason", "Warum es folgt");
    List<NewPartner> partners = names(form.longText("partners", "Kooperationspartner")).stream()
        .map(name -> new NewPartner(name, PartnerKind.COOPERATION, Participation.PERMANENT, null)).toList();
    String later = form.text("laterProject", "Nummer des Folgeprojekts");
    Function<ProjectHead, NewProject> next = later == null ? project(form) : null;
    ProjectHead earlier = projects.head(projects.toChange(number));
    NewFollowUp planned = new NewFollowUp(earlier.id(), reason, signatures == null ? 0 : signatures);
    PROJECT_ID.set(execution, earlier.id());
    FOLLOW_UP_ID.set(execution, later == null ? followUps.create(planned, next.apply(earlier), partners)
        : followUps.create(planned, projects.toChange(later), partners));
    execution.setProcessBusinessKey(earlier.number());
  }

  /** The new project, in the city and with the office of the one it follows. */
  private static Function<ProjectHead, NewProject> project(FormData form) {
    String name = form.requiredText("name", "Name des Folgeprojekts");
    String programme = form.requiredText("programme", "Förderprogramm des Folgeprojekts");
    String grantor = form.text("grantor", "Bewilligungsbehörde des Folgeprojekts");
    LocalDate from = form.day("plannedFrom", "Geplanter Beginn");
    LocalDate until = form.day("plannedUntil", "Geplantes Ende");
    return earlier -> new NewProject(earlier.municipality(), null, name, programme, null, null, earlier.leadOffice(),
        grantor, from, until);
  }

  /** One name in each line. */
  static List<String> names(String text) {
    return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}

package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of a project: the first one for the grant, later ones for changing it. */
@Service
@Transactional
public class Applications {

  private final FundingApplicationRepository applications;
  private final FundedProjectRepository projects;
  private final ProjectOrder order;
  private final ProjectHistory history;
  private final Clock clock;

  Applications(FundingApplicationRepository applications, FundedProjectRepository projects, ProjectOrder order,
      ProjectHistory history, Clock clock) {
    this.applications = applications;
    this.projects = projects;
    this.order = order;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Keeps that an application was filed, and with what. Returns its id.
   *
   * @param amendmentId the change that it asks for; null for the grant itself
   */
  public Long file(Long projectId, Long amendmentId, NewApplication filed) {
    projects.required(projectId);
    if (filed.filedOn() == null && !filed.filedOnAssumed()) {
      throw new BusinessException(
          "Bitte geben Sie an, wann der Antrag gestellt wurde, oder dass der Tag nicht bekannt ist.");
    }
    if (filed.filedOn() != null && filed.filedOn().isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Antrag kann nicht erst am " + GermanDate.print(filed.filedOn())
          + " gestellt worden sein.");
    }
    FundingApplication application = applications.save(new FundingApplication(null, projectId, amendmentId,
        filed.filedOn(), filed.filedOnAssumed(), filed.documents(), filed.note()));
    history.add(projectId, (amendmentId == null ? "Förderantrag" : "Änderungsantrag") + " gestellt"
        + (filed.filedOn() == null ? ", Tag nicht bekannt" : " am " + GermanDate.print(filed.filedOn())
            + (filed.filedOnAssumed() ? " (angenommen)" : "")) + ".");
    order.check(projectId);
    return application.id();
  }

  List<FundingApplication> of(Long projectId) {
    return applications.findByProjectIdOrderById(projectId);
  }
}

package de.gremienlauf.workplace;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.funding.ProjectLine;
import de.gremienlauf.funding.ProjectQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page „Neu“ offers to choose from; it starts by the engine's own interface, with its rights and checks. */
@RestController
class StartController {

  /** What follows for the person who begins a paper, by the paths of the decision table. */
  private static final Map<String, String> PATHS = Map.of(
      "ADMINISTRATION", "wird mitgezeichnet und gezeichnet",
      "POLITICS", "geht ohne Mitzeichnung und Zeichnung in die Gremien",
      "INQUIRY", "geht in die Gremien und endet mit der Beantwortung",
      "AMENDMENT", "wird mit der Vorlage beraten, die sie ändern soll");

  private final Council council;
  private final DecisionTables tables;
  private final ProjectQueries projects;
  private final AuthorizationService authorizations;
  private final CurrentUser user;
  private final Clock clock;
  private final List<String> paperTypes;

  StartController(Council council, DecisionTables tables, ProjectQueries projects,
      AuthorizationService authorizations, CurrentUser user, Clock clock,
      @Value("${gremienlauf.paper-types}") List<String> paperTypes) {
    this.council = council;
    this.tables = tables;
    this.projects = projects;
    this.authorizations = authorizations;
    this.user = user;
    this.clock = clock;
    this.paperTypes = paperTypes;
  }

  /**
   * Choices and defaults.
   *
   * @param ownOffice the office that the person works for; null if that is not known
   * @param programmes of the projects that the person may read
   */
  record Choices(boolean mayStartPaper, boolean mayStartProject, String municipality, String ownOffice,
      List<String> offices, List<PaperType> paperTypes, List<String> programmes) {
  }

  /** @param path a word of the decision table; AMENDMENT asks for the paper that is to be changed */
  record PaperType(String name, String path, String hint) {
  }

  @GetMapping("/api/start")
  Choices choices() {
    LocalDate today = LocalDate.now(clock);
    return new Choices(mayStart("paper"), mayStart("funded-project"),
        Council.displayName(council.ownMunicipality()),
        council.officeOf(user.groups(), today).map(Organization::name).orElse(null),
        council.offices(council.ownMunicipality(), today).stream().map(Organization::name).toList(),
        paperTypes.stream().map(this::type).toList(),
        projects.list("").stream().map(ProjectLine::programme).distinct().sorted().toList());
  }

  private PaperType type(String name) {
    String path = (String) tables.first("paper-path", Map.of("type", Phrases.normalize(name))).get("path");
    return new PaperType(name, path, PATHS.get(path));
  }

  private boolean mayStart(String process) {
    return authorizations.isUserAuthorized(user.id(), user.groups(), Permissions.CREATE_INSTANCE,
        Resources.PROCESS_DEFINITION, process);
  }
}

package de.gremienlauf.workplace;

import static de.gremienlauf.engine.UserGroups.ADMINISTRATORS;
import static de.gremienlauf.engine.UserGroups.ANALYSTS;
import static de.gremienlauf.engine.UserGroups.AUDITORS;
import static de.gremienlauf.engine.UserGroups.CLERKS;
import static de.gremienlauf.engine.UserGroups.COUNCIL_OFFICE;
import static de.gremienlauf.engine.UserGroups.CO_SIGNERS;
import static de.gremienlauf.engine.UserGroups.FUNDING_CONTROLLERS;
import static de.gremienlauf.engine.UserGroups.MANAGERS;
import static de.gremienlauf.engine.UserGroups.MINUTE_TAKERS;
import static de.gremienlauf.engine.UserGroups.SIGNATORIES;
import static de.gremienlauf.engine.UserGroups.TREASURY;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Which groups there are and what each may do in the engine. A task grants itself to its candidates, so the working
 * groups need nothing here to do their work; what a person may do with a paper is decided in the paper's module.
 */
final class Rights {

  /** Every group with the name that people read. */
  static final Map<String, String> GROUPS = new LinkedHashMap<>();

  /** Who works on tasks. */
  static final List<String> WORKING = List.of(CLERKS, CO_SIGNERS, TREASURY, SIGNATORIES, COUNCIL_OFFICE, MINUTE_TAKERS,
      FUNDING_CONTROLLERS);

  /** What people begin about a funded project; everything else follows from it. */
  private static final List<String> FUNDING = List.of("funded-project", "amendment-notice", "funds-call",
      "progress-report", "notification-duty", "follow-up-project");

  static {
    GROUPS.put(CLERKS, "Sachbearbeitung");
    GROUPS.put(CO_SIGNERS, "Mitzeichnung");
    GROUPS.put(TREASURY, "Kämmerei");
    GROUPS.put(SIGNATORIES, "Zeichnung");
    GROUPS.put(COUNCIL_OFFICE, "Gremienbüro");
    GROUPS.put(MINUTE_TAKERS, "Schriftführung");
    GROUPS.put(FUNDING_CONTROLLERS, "Fördercontrolling");
    GROUPS.put(MANAGERS, "Amtsleitung");
    GROUPS.put(AUDITORS, "Revision");
    GROUPS.put(ANALYSTS, "Organisation");
    GROUPS.put(ADMINISTRATORS, "Administration");
  }

  /** One line of the table: these groups may do this with one object or, with {@code *}, all objects of a kind. */
  record Grant(List<String> groups, Resource resource, String id, Permission... permissions) {
  }

  static final List<Grant> TABLE = new ArrayList<>(List.of(
      grant(WORKING, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
      grant(WORKING, Resources.APPLICATION, "welcome", Permissions.ACCESS),
      grant(WORKING, Resources.PROCESS_DEFINITION, ANY, Permissions.READ),
      // A task shows its groups by name, also those that its reader does not belong to.
      grant(WORKING, Resources.GROUP, ANY, Permissions.READ),

      grant(List.of(CLERKS, COUNCIL_OFFICE), Resources.PROCESS_DEFINITION, "paper", Permissions.CREATE_INSTANCE),
      grant(List.of(COUNCIL_OFFICE), Resources.PROCESS_DEFINITION, "meeting", Permissions.CREATE_INSTANCE),
      grant(List.of(CLERKS, COUNCIL_OFFICE), Resources.PROCESS_DEFINITION, "urgent-decision",
          Permissions.CREATE_INSTANCE),
      grant(List.of(CLERKS, COUNCIL_OFFICE, FUNDING_CONTROLLERS), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE),

      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.APPLICATION, "cockpit", Permissions.ACCESS),
      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.APPLICATION, "welcome", Permissions.ACCESS),
      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.PROCESS_DEFINITION, ANY, Permissions.READ,
          Permissions.READ_INSTANCE, Permissions.READ_HISTORY, Permissions.READ_TASK),
      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.PROCESS_INSTANCE, ANY, Permissions.READ),
      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.DECISION_DEFINITION, ANY, Permissions.READ,
          Permissions.READ_HISTORY),
      grant(List.of(MANAGERS, AUDITORS, ANALYSTS), Resources.DECISION_REQUIREMENTS_DEFINITION, ANY,
          Permissions.READ),
      grant(List.of(AUDITORS), Resources.PROCESS_DEFINITION, ANY,
          ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE),

      grant(List.of(ANALYSTS), Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ, Permissions.DELETE)));

  static {
    FUNDING.forEach(process -> TABLE.add(grant(List.of(CLERKS, FUNDING_CONTROLLERS), Resources.PROCESS_DEFINITION,
        process, Permissions.CREATE_INSTANCE)));
    for (Resource resource : Resources.values()) {
      TABLE.add(grant(List.of(ADMINISTRATORS), resource, ANY, Permissions.ALL));
    }
  }

  private Rights() {
  }

  private static Grant grant(List<String> groups, Resource resource, String id, Permission... permissions) {
    return new Grant(groups, resource, id, permissions);
  }
}

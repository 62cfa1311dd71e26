package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.support.IntegrationTest;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RightsSetupTest {

  private static final String CLERKS = "sachbearbeitung";

  @Autowired RightsSetup setup;
  @Autowired AuthorizationService authorizations;
  @Autowired IdentityService identity;
  @Autowired Council council;

  private boolean may(String group, Permission permission, Resource resource, String id) {
    return authorizations.isUserAuthorized("niemand", List.of(group), permission, resource, id);
  }

  private String grant(String group, Resource resource, String id, Permission permission) {
    Authorization granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    granted.setGroupId(group);
    granted.setResource(resource);
    granted.setResourceId(id);
    granted.addPermission(permission);
    return authorizations.saveAuthorization(granted).getId();
  }

  private Authorization of(String group, Resource resource, String id) {
    return authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id)
        .singleResult();
  }

  @Test
  void aGroupOfTheTableHasWhatItGrantsAndNoMore() {
    grant(CLERKS, Resources.DEPLOYMENT, "*", Permissions.DELETE);
    Authorization start = of(CLERKS, Resources.PROCESS_DEFINITION, "paper");
    start.addPermission(Permissions.DELETE_INSTANCE);
    authorizations.saveAuthorization(start);
    authorizations.deleteAuthorization(of(CLERKS, Resources.APPLICATION, "tasklist").getId());

    setup.run(null);

    assertThat(may(CLERKS, Permissions.DELETE, Resources.DEPLOYMENT, "*")).isFalse();
    assertThat(may(CLERKS, Permissions.DELETE_INSTANCE, Resources.PROCESS_DEFINITION, "paper")).isFalse();
    assertThat(may(CLERKS, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "paper")).isTrue();
    assertThat(may(CLERKS, Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
    assertThat(may(CLERKS, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isFalse();
    assertThat(may("camunda-admin", Permissions.ALL, Resources.AUTHORIZATION, "*")).isTrue();
  }

  @Test
  void aSecondStartChangesNothing() {
    setup.run(null);
    List<String> before = state();
    setup.run(null);
    assertThat(state()).isEqualTo(before).hasSizeGreaterThan(50);
  }

  private List<String> state() {
    return authorizations.createAuthorizationQuery().unlimitedList().stream().map(Object::toString).sorted().toList();
  }

  @Test
  void whatWasGrantedToOthersStays() {
    String group = "g" + UUID.randomUUID().toString().substring(0, 8);
    identity.saveGroup(identity.newGroup(group));
    grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    String task = grant(CLERKS, Resources.TASK, "4711", Permissions.READ);
    setup.run(null);
    assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isTrue();
    assertThat(may(CLERKS, Permissions.READ, Resources.TASK, "4711")).isTrue();
    authorizations.deleteAuthorization(task);
  }

  @Test
  void theGroupOfAnOfficeThatIsAddedLaterWorksAfterTheNextStart() {
    String group = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + group, group);
    assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isFalse();
    setup.run(null);
    assertThat(identity.createGroupQuery().groupId(group).singleResult().getName()).isEqualTo("Amt " + group);
    assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
    assertThat(may(group, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "paper")).isFalse();
    grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    setup.run(null);
    assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isTrue();
  }
}

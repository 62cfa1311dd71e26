package de.gremienlauf.workplace;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings groups and rights to what {@link Rights} says at every start; what was granted besides stays. */
@Component
@ConditionalOnWebApplication
@Order(1)
class RightsSetup implements ApplicationRunner {

  private static final String TYPE = "WORKFLOW";

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  RightsSetup(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    Rights.GROUPS.forEach(this::ensureGroup);
    for (Rights.Grant grant : Rights.TABLE) {
      grant.groups().forEach(group -> ensure(group, grant.resource(), grant.id(), grant.permissions()));
    }
  }

  private void ensureGroup(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(TYPE);
      identity.saveGroup(group);
    }
  }

  /** Lets a group do something with one object; permissions that it has already stay. */
  void ensure(String group, Resource resource, String id, Permission... permissions) {
    Authorization known = authorizations.createAuthorizationQuery().authorizationType(
            Authorization.AUTH_TYPE_GRANT).groupIdIn(group).resourceType(resource).resourceId(id).list().stream()
        .findFirst().orElse(null);
    Authorization authorization = known != null ? known
        : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    Set<Permission> had = known == null ? Set.of() : Stream.of(known.getPermissions(permissions))
        .collect(Collectors.toSet());
    if (had.containsAll(Arrays.asList(permissions))) {
      return;
    }
    if (known == null) {
      authorization.setGroupId(group);
      authorization.setResource(resource);
      authorization.setResourceId(id);
    }
    for (Permission permission : permissions) {
      if (permission == Permissions.ALL) {
        authorization.setPermissions(new Permission[] {permission});
      } else {
        authorization.addPermission(permission);
      }
    }
    authorizations.saveAuthorization(authorization);
  }
}

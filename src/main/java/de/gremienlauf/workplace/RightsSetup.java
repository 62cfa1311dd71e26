package de.gremienlauf.workplace;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.StartLock;
import de.gremienlauf.engine.UserGroups;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings groups and rights to what {@link Rights} says at every start. The groups of the table have afterwards what it
 * grants and no more; the groups of offices have at least that; what was granted to other groups and to users stays.
 */
@Component
@ConditionalOnWebApplication
@Order(1)
class RightsSetup implements ApplicationRunner {

  private static final String TYPE = "WORKFLOW";
  /** What the engine and {@link TaskFilters} grant on single objects. */
  private static final Set<Integer> GRANTED_ELSEWHERE = Set.of(Resources.TASK.resourceType(),
      Resources.FILTER.resourceType());

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Council council;
  private final StartLock lock;

  RightsSetup(IdentityService identity, AuthorizationService authorizations, Council council, StartLock lock) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.council = council;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    lock.take();
    Rights.GROUPS.forEach((group, name) -> {
      ensureGroup(group, name);
      List<Authorization> known = known(group);
      if (!group.equals(UserGroups.ADMINISTRATORS)) {
        withdrawWhatIsNotGranted(group, known);
      }
      grant(group, Rights.of(group), known);
    });
    council.officeGroups().forEach((group, name) -> {
      if (!Rights.GROUPS.containsKey(group)) {
        ensureGroup(group, name);
        grant(group, Rights.ofOffices(), known(group));
      }
    });
  }

  /** Everybody who works on tasks: the groups of the table and those of the offices. */
  List<String> working() {
    return Stream.concat(Rights.WORKING.stream(), council.officeGroups().keySet().stream()).distinct().toList();
  }

  private void ensureGroup(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(TYPE);
      identity.saveGroup(group);
    }
  }

  private void withdrawWhatIsNotGranted(String group, List<Authorization> all) {
    Map<Rights.Target, Set<Permission>> rights = Rights.of(group);
    for (Authorization known : all) {
      boolean elsewhere = GRANTED_ELSEWHERE.contains(known.getResourceType())
          || known.getResourceType() == Resources.GROUP.resourceType() && group.equals(known.getResourceId());
      if (elsewhere && !Authorization.ANY.equals(known.getResourceId())) {
        continue;
      }
      Set<Permission> granted = rights.entrySet().stream()
          .filter(right -> right.getKey().resource().resourceType() == known.getResourceType()
              && right.getKey().id().equals(known.getResourceId()))
          .map(Map.Entry::getValue).findFirst().orElse(Set.of());
      if (granted.isEmpty()) {
        authorizations.deleteAuthorization(known.getId());
      } else if (bits(Rights.permissions(known.getResourceType()).filter(known::isPermissionGranted))
          != bits(granted.stream())) {
        known.setPermissions(granted.toArray(new Permission[0]));
        authorizations.saveAuthorization(known);
      }
    }
  }

  /** Permissions that mean the same are different constants for different kinds of objects. */
  private static int bits(Stream<Permission> permissions) {
    return permissions.mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
  }

  private List<Authorization> known(String group) {
    return authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(group).list();
  }

  private void grant(String group, Map<Rights.Target, Set<Permission>> rights, List<Authorization> known) {
    rights.forEach((target, permissions) -> ensure(known.stream()
            .filter(one -> one.getResourceType() == target.resource().resourceType()
                && target.id().equals(one.getResourceId())).findFirst().orElse(null),
        group, target.resource(), target.id(), permissions.toArray(new Permission[0])));
  }

  /** Lets a group do something with one object; permissions that it has already stay. */
  void ensure(String group, Resource resource, String id, Permission... permissions) {
    Authorization known = authorizations.createAuthorizationQuery().authorizationType(
            Authorization.AUTH_TYPE_GRANT).groupIdIn(group).resourceType(resource).resourceId(id).list().stream()
        .findFirst().orElse(null);
    ensure(known, group, resource, id, permissions);
  }

  private void ensure(Authorization known, String group, Resource resource, String id, Permission... permissions) {
    Authorization authorization = known != null ? known
        : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    Set<Permission> had = known == null ? Set.of() : Set.of(known.getPermissions(permissions));
    if (had.containsAll(List.of(permissions))) {
      return;
    }
    if (known == null) {
      authorization.setGroupId(group);
      authorization.setResource(resource);
      authorization.setResourceId(id);
    }
    for (Permission permission : permissions) {
      authorization.addPermission(permission);
    }
    authorizations.saveAuthorization(authorization);
  }
}

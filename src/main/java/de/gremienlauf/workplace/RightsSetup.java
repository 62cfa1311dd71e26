package de.gremienlauf.workplace;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.StartLock;
import de.gremienlauf.engine.UserGroups;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    Map<String, String> names = new LinkedHashMap<>(council.officeGroups());
    names.putAll(Rights.GROUPS);
    addMissing(names);
    Map<String, List<Authorization>> known = granted(names.keySet());
    names.keySet().forEach(group -> {
      List<Authorization> had = known.getOrDefault(group, List.of());
      if (!Rights.GROUPS.containsKey(group)) {
        grant(group, Rights.ofOffices(), had);
        return;
      }
      if (!group.equals(UserGroups.ADMINISTRATORS)) {
        withdrawWhatIsNotGranted(group, had);
      }
      grant(group, Rights.of(group), had);
    });
  }

  /** Everybody who works on tasks: the groups of the table and those of the offices. */
  List<String> working() {
    return Stream.concat(Rights.WORKING.stream(), council.officeGroups().keySet().stream()).distinct().toList();
  }

  private void addMissing(Map<String, String> names) {
    Set<String> known = identity.createGroupQuery().unlimitedList().stream().map(Group::getId)
        .collect(Collectors.toSet());
    names.forEach((id, name) -> {
      if (!known.contains(id)) {
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(TYPE);
        identity.saveGroup(group);
      }
    });
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

  private Map<String, List<Authorization>> granted(Collection<String> groups) {
    return authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(groups.toArray(String[]::new)).unlimitedList().stream()
        .collect(Collectors.groupingBy(Authorization::getGroupId));
  }

  private void grant(String group, Map<Rights.Target, Set<Permission>> rights, List<Authorization> known) {
    rights.forEach((target, permissions) -> ensure(known.stream()
            .filter(one -> one.getResourceType() == target.resource().resourceType()
                && target.id().equals(one.getResourceId())).findFirst(),
        group, target.resource(), target.id(), permissions.toArray(new Permission[0])));
  }

  /** Lets these groups do something with one object; permissions that they have already stay. */
  void ensure(Collection<String> groups, Resource resource, String id, Permission... permissions) {
    Map<String, List<Authorization>> known = authorizations.createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GRANT).resourceType(resource).resourceId(id).unlimitedList().stream()
        .filter(granted -> granted.getGroupId() != null).collect(Collectors.groupingBy(Authorization::getGroupId));
    groups.forEach(group -> ensure(known.getOrDefault(group, List.of()).stream().findFirst(), group, resource, id,
        permissions));
  }

  private void ensure(Optional<Authorization> known, String group, Resource resource, String id,
      Permission... permissions) {
    if (known.isPresent() && Set.of(known.get().getPermissions(permissions)).containsAll(List.of(permissions))) {
      return;
    }
    Authorization authorization = known.orElseGet(() -> {
      Authorization granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      granted.setGroupId(group);
      granted.setResource(resource);
      granted.setResourceId(id);
      return granted;
    });
    for (Permission permission : permissions) {
      authorization.addPermission(permission);
    }
    authorizations.saveAuthorization(authorization);
  }
}

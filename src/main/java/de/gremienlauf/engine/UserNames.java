package de.gremienlauf.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** What people call a user, and to which groups users belong. */
@Component
public class UserNames {

  private final IdentityService identity;
  private final Unrestricted unrestricted;

  UserNames(IdentityService identity, Unrestricted unrestricted) {
    this.identity = identity;
    this.unrestricted = unrestricted;
  }

  /** First and last name; the login if no name is known, null for nobody. */
  public String of(String userId) {
    if (userId == null) {
      return null;
    }
    User user = unrestricted.call(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null ? userId : name(user);
  }

  /** Whether there is a user of that login. */
  public boolean known(String userId) {
    return unrestricted.call(() -> identity.createUserQuery().userId(userId).count() > 0);
  }

  /** Everybody's login with the name, by last name. */
  public Map<String, String> everybody() {
    return unrestricted.call(() -> identity.createUserQuery().orderByUserLastName().asc().orderByUserFirstName().asc()
        .list()).stream().collect(Collectors.toMap(User::getId, UserNames::name, (one, other) -> one,
            LinkedHashMap::new));
  }

  /** The name of a group; its id if it has none. */
  public String group(String groupId) {
    Group group = unrestricted.call(() -> identity.createGroupQuery().groupId(groupId).singleResult());
    return group == null || group.getName() == null ? groupId : group.getName();
  }

  /** The groups that somebody belongs to, each with its name, by name. */
  public Map<String, String> groups(String userId) {
    return unrestricted.call(() -> identity.createGroupQuery().groupMember(userId).orderByGroupName().asc().list())
        .stream().collect(Collectors.toMap(Group::getId,
            group -> group.getName() == null ? group.getId() : group.getName(), (one, other) -> one,
            LinkedHashMap::new));
  }

  private static String name(User user) {
    String name = (blankIfNull(user.getFirstName()) + " " + blankIfNull(user.getLastName())).strip();
    return name.isEmpty() ? user.getId() : name;
  }

  private static String blankIfNull(String text) {
    return text == null ? "" : text;
  }
}

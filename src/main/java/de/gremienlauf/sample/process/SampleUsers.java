package de.gremienlauf.sample.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Logins and groups of the sample, kept by the engine. */
@Component
@Profile("sample")
public class SampleUsers {

  private final IdentityService identity;

  SampleUsers(IdentityService identity) {
    this.identity = identity;
  }

  /** Adds a group if it is missing. */
  public void ensureGroup(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType("WORKFLOW");
      identity.saveGroup(group);
    }
  }

  /** Adds a login if it is missing, and lets it belong to the groups. */
  public void ensureUser(String id, String firstName, String lastName, String password, List<String> groups) {
    if (identity.createUserQuery().userId(id).count() == 0) {
      User user = identity.newUser(id);
      user.setFirstName(firstName);
      user.setLastName(lastName);
      user.setPassword(password);
      identity.saveUser(user);
    }
    for (String group : groups) {
      if (identity.createGroupQuery().groupId(group).groupMember(id).count() == 0) {
        identity.createMembership(id, group);
      }
    }
  }
}

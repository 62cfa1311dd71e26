package de.gremienlauf.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** What people call a user. */
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
    String name = user == null ? ""
        : (blankIfNull(user.getFirstName()) + " " + blankIfNull(user.getLastName())).strip();
    return name.isEmpty() ? userId : name;
  }

  private static String blankIfNull(String text) {
    return text == null ? "" : text;
  }
}

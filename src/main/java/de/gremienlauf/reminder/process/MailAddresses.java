package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.Unrestricted;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Where mail to a user goes. */
@Component
public class MailAddresses {

  private final IdentityService identity;
  private final Unrestricted unrestricted;

  MailAddresses(IdentityService identity, Unrestricted unrestricted) {
    this.identity = identity;
    this.unrestricted = unrestricted;
  }

  /** The address; null if none is known. */
  public String of(String userId) {
    User user = unrestricted.call(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null || user.getEmail() == null || user.getEmail().isBlank() ? null : user.getEmail();
  }
}

package de.gremienlauf.workplace;

import org.springframework.security.core.AuthenticationException;

/** Somebody whom the login service knows may not come in. */
class NotAdmitted extends AuthenticationException {

  private final transient String page;

  /**
   * Says why, to operators.
   *
   * @param page what the person is shown
   */
  NotAdmitted(String page, String message) {
    super(message);
    this.page = page;
  }

  String page() {
    return page;
  }
}

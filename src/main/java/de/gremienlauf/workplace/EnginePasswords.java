package de.gremienlauf.workplace;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks a password where all passwords are kept: in the engine, which also slows down who guesses. */
class EnginePasswords implements AuthenticationProvider {

  private final IdentityService identity;

  EnginePasswords(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String userId = login.getName();
    if (!(login.getCredentials() instanceof String password) || userId.isEmpty()
        || !identity.checkPassword(userId, password)) {
      throw new BadCredentialsException("Unknown user or wrong password");
    }
    return EngineLogin.of(userId, identity);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}

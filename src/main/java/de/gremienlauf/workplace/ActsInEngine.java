package de.gremienlauf.workplace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the time of a request who acts, so that it checks rights and records the right name. */
class ActsInEngine extends OncePerRequestFilter {

  private final IdentityService identity;

  ActsInEngine(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null || person instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    try {
      identity.setAuthentication(person.getName(), EngineLogin.groups(person));
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}

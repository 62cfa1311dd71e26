package de.gremienlauf.workplace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine for the time of a request who acts and in which groups' work, so that rights are checked and the
 * right name is recorded.
 */
class ActsInEngine extends OncePerRequestFilter {

  private final IdentityService identity;
  private final Function<String, Set<String>> actedFor;

  ActsInEngine(IdentityService identity) {
    this(identity, userId -> Set.of());
  }

  /**
   * Besides the person's own groups.
   *
   * @param actedFor the groups of others in whose work the person of that login stands in today
   */
  ActsInEngine(IdentityService identity, Function<String, Set<String>> actedFor) {
    this.identity = identity;
    this.actedFor = actedFor;
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
      Set<String> groups = new LinkedHashSet<>(EngineLogin.groups(person));
      groups.addAll(actedFor.apply(person.getName()));
      identity.setAuthentication(person.getName(), List.copyOf(groups));
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}

package de.gremienlauf.workplace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the login of the web applications over, for as long as the person exists. */
class WebApplicationLogin extends OncePerRequestFilter {

  private final ProcessEngine engine;

  WebApplicationLogin(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication login = session == null ? null
        : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
    if (login != null) {
      String userId = login.getIdentityId();
      if (engine.getIdentityService().createUserQuery().userId(userId).count() == 0) {
        session.invalidate();
      } else {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(EngineLogin.of(userId, engine.getIdentityService()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }
}

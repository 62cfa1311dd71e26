package de.gremienlauf.workplace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the product's own pages who is logged in. */
@RestController
class SessionController {

  /**
   * The person, the groups, and the token that a write has to carry in the header {@code X-XSRF-TOKEN}.
   *
   * @param singleSignOn whether the person has logged in at the login service
   */
  record Session(String user, List<String> groups, String csrfToken, boolean singleSignOn) {
  }

  @GetMapping("/api/session")
  Session session(Authentication person, CsrfToken token, HttpServletRequest request) {
    return new Session(person.getName(), EngineLogin.groups(person), token.getToken(),
        SingleSignOnSession.exists(request.getSession(false)));
  }
}

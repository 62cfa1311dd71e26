package de.gremienlauf.workplace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads between the application's pages and the login service: whoever opens a page and is not logged in goes to the
 * service; whoever has logged out in a web application logs out there, too; and when a token is over, the service says
 * whether the session may go on.
 */
class SingleSignOnFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnFilter.class);
  private static final String START = SingleSignOn.PAGES + "start";
  private static final String LOG_OUT = SingleSignOn.PAGES + "abmelden";
  private static final String TARGET = "ziel";
  /** Session attribute: the address that the person wanted. */
  private static final String WANTED = "gremienlauf.oidc.target";
  /** Shows the login of the web applications to users of the database. */
  private static final String WITH_PASSWORD = "passwort";
  private static final List<String> NO_PAGES = List.of("/api/", "/engine-rest", "/camunda/api/", "/oauth2/", "/login/");
  private static final RequestMatcher WEB_APPLICATION_LOG_OUT = PathPatternRequestMatcher.withDefaults()
      .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
  private static final RequestMatcher PUBLIC = PublicAddresses.matcher();

  private final SingleSignOnService service;

  SingleSignOnFilter(SingleSignOnService service) {
    this.service = service;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (SingleSignOnSession.exists(session) && WEB_APPLICATION_LOG_OUT.matches(request)) {
      SingleSignOnSession.leave(session);
    }
    boolean loggedIn = service.isLoggedIn(session) && !SingleSignOnSession.isLeft(session);
    if (loggedIn && SingleSignOnSession.isOver(session) && !service.renew(session)) {
      session.invalidate();
      session = null;
      loggedIn = false;
    }
    String path = request.getRequestURI();
    if (!path.equals(START) && !path.equals(LOG_OUT) && (loggedIn || !isPage(request))) {
      chain.doFilter(request, response);
    } else if (path.equals(LOG_OUT) || !loggedIn && SingleSignOnSession.exists(session)) {
      logOut(request, response, session);
    } else if (path.equals(START)) {
      start(request, response);
    } else if (request.getParameter(WITH_PASSWORD) != null) {
      chain.doFilter(request, response);
    } else {
      // What follows the # the browser takes along, and the page sends it.
      response.sendRedirect(UriComponentsBuilder.fromPath(SingleSignOn.PAGES + "weiter.html")
          .queryParam(TARGET, "{target}").encode().buildAndExpand(UrlUtils.buildRequestUrl(request)).toUriString());
    }
  }

  private void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      service.registration();
      request.getSession().setAttribute(WANTED, request.getParameter(TARGET));
      response.sendRedirect(SingleSignOn.START);
    } catch (OAuth2AuthorizationException e) {
      LOG.error("The login service does not answer: {}", e.getMessage());
      response.sendRedirect(SingleSignOn.FAILED);
    }
  }

  private void logOut(HttpServletRequest request, HttpServletResponse response, HttpSession session)
      throws IOException {
    String idToken = SingleSignOnSession.exists(session) ? SingleSignOnSession.idToken(session) : null;
    if (session != null) {
      session.invalidate();
    }
    String application = UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request)).replacePath("")
        .replaceQuery(null).toUriString();
    response.sendRedirect(service.logOutAddress(idToken, application + SingleSignOn.PAGES + "abgemeldet.html"));
  }

  /** What a person opens in a browser, and may not be read by strangers. */
  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI();
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.matches(request.getMethod())
        && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
        && NO_PAGES.stream().noneMatch(path::startsWith)
        && (path.equals("/") || path.startsWith("/camunda") || !PUBLIC.matches(request));
  }

  /** The address in this application that the person wanted before the login; null if it is not known. */
  static String wanted(HttpSession session) {
    String target = session == null ? null : (String) session.getAttribute(WANTED);
    return target == null || !target.matches("/(?![/\\\\])[^\\s\\\\]*") || target.equals("/") ? null : target;
  }
}

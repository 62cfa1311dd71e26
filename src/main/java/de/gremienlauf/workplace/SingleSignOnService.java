package de.gremienlauf.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.util.UriComponentsBuilder;

/** Begins, renews and ends what somebody does here after a login at the login service. */
class SingleSignOnService {

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnService.class);

  private final ClientRegistrationRepository registrations;
  private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh;
  private final JwtDecoderFactory<ClientRegistration> idTokens = new OidcIdTokenDecoderFactory();
  private final SingleSignOnPeople people;
  private final ProcessEngine engine;

  SingleSignOnService(ClientRegistrationRepository registrations,
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh, SingleSignOnPeople people,
      ProcessEngine engine) {
    this.registrations = registrations;
    this.refresh = refresh;
    this.people = people;
    this.engine = engine;
  }

  /**
   * Begins a new session for whoever has just logged in. It knows the login service in any case, so that one can log
   * out there; it is a login of the web applications only for who belongs to a group.
   *
   * @return the web applications that the person may open
   * @throws NotAdmitted with the page that says why
   */
  Set<String> begin(HttpServletRequest request, OidcIdToken idToken, OAuth2AuthorizedClient client) {
    request.getSession().invalidate();
    HttpSession session = request.getSession();
    keep(session, idToken.getTokenValue(), client.getAccessToken(), client.getRefreshToken());
    String userId = admit(idToken.getClaims());
    people.verifyAdministered();
    return logIn(session, userId);
  }

  /** Asks the login service whether the person is still there and still the same; what has changed is taken over. */
  boolean renew(HttpSession session) {
    String refreshToken = SingleSignOnSession.refreshToken(session);
    if (refreshToken == null) {
      return false;
    }
    try {
      ClientRegistration registration = registration();
      Instant now = Instant.now();
      OAuth2AccessTokenResponse response = refresh.getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration,
          new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "over", now.minusSeconds(1), now),
          new OAuth2RefreshToken(refreshToken, null)));
      String idToken = (String) response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
      if (idToken == null) {
        return false;
      }
      Jwt person = idTokens.createDecoder(registration).decode(idToken);
      keep(session, idToken, response.getAccessToken(), response.getRefreshToken());
      logIn(session, admit(person.getClaims()));
      return true;
    } catch (OAuth2AuthorizationException | JwtException | AuthenticationException e) {
      LOG.info("A session is not renewed: {}", e.getMessage());
      return false;
    }
  }

  private static void keep(HttpSession session, String idToken, OAuth2AccessToken token, OAuth2RefreshToken refresh) {
    SingleSignOnSession.keep(session, idToken, refresh == null ? null : refresh.getTokenValue(), token.getExpiresAt());
  }

  private String admit(Map<String, Object> claims) {
    Set<String> groups = people.groups(claims);
    String userId = people.user(claims, groups);
    people.setGroups(userId, groups);
    return userId;
  }

  private Set<String> logIn(HttpSession session, String userId) {
    UserAuthentication login = AuthenticationUtil.createAuthentication(engine, userId);
    Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
    logins.addOrReplace(login);
    AuthenticationUtil.updateSession(session, logins);
    return login.getAuthorizedApps();
  }

  boolean isLoggedIn(HttpSession session) {
    return session != null && AuthenticationUtil.getAuthsFromSession(session)
        .getAuthenticationForProcessEngine(engine.getName()) != null;
  }

  /**
   * Where one logs out at the login service.
   *
   * @param idToken null if it is not known; the service then asks the person
   * @param after where the service leads to afterwards
   */
  String logOutAddress(String idToken, String after) {
    ClientRegistration registration = registration();
    Object address = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    if (address == null) {
      return after;
    }
    UriComponentsBuilder logOut = UriComponentsBuilder.fromUriString(address.toString())
        .queryParam("client_id", "{client}").queryParam("post_logout_redirect_uri", "{after}");
    if (idToken != null) {
      logOut.queryParam("id_token_hint", "{token}");
    }
    return logOut.encode().buildAndExpand(Map.of("client", registration.getClientId(), "after", after,
        "token", idToken == null ? "" : idToken)).toUriString();
  }

  /**
   * The addresses of the login service, asked for once.
   *
   * @throws OAuth2AuthorizationException if it does not answer
   */
  ClientRegistration registration() {
    try {
      return registrations.findByRegistrationId(SingleSignOn.REGISTRATION);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, e.getMessage(),
          null), e);
    }
  }
}

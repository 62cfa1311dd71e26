package de.gremienlauf.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.client.RestClient;

/**
 * The login by OpenID Connect, if {@code gremienlauf.oidc.issuer} is given. People come in with a login at the service,
 * which becomes one of the web applications; programs send a token of the service with each request. The service is
 * asked for its addresses when it is first needed: nothing here waits for it at start.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("gremienlauf.oidc.issuer")
class SingleSignOnConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnConfiguration.class);
  /** How long a person's request waits for the service. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");
  private static final String CLIENT = SingleSignOnConfiguration.class.getName();

  private final SingleSignOn settings;

  SingleSignOnConfiguration(SingleSignOn settings) {
    if (Stream.of(settings.issuer(), settings.clientId(), settings.clientSecret())
        .anyMatch(value -> value == null || value.isBlank())) {
      throw new IllegalStateException("Für die Anmeldung über OpenID Connect müssen gremienlauf.oidc.issuer,"
          + " gremienlauf.oidc.client-id und gremienlauf.oidc.client-secret gesetzt sein.");
    }
    this.settings = settings;
  }

  @Bean
  ClientRegistrationRepository clientRegistrations() {
    return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
        ClientRegistrations.fromIssuerLocation(settings.issuer()).registrationId(SingleSignOn.REGISTRATION)
            .clientId(settings.clientId()).clientSecret(settings.clientSecret())
            .scope("openid", "profile", "email")
            .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .build()));
  }

  @Bean
  SingleSignOnPeople singleSignOnPeople(IdentityService identity, PlatformTransactionManager transactions) {
    return new SingleSignOnPeople(settings, identity, transactions);
  }

  @Bean
  SingleSignOnService singleSignOnService(ClientRegistrationRepository registrations, SingleSignOnPeople people,
      ProcessEngine engine) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    RestClientRefreshTokenTokenResponseClient refresh = new RestClientRefreshTokenTokenResponseClient();
    refresh.setRestClient(RestClient.builder().requestFactory(requests).messageConverters(converters -> {
      converters.clear();
      converters.add(new FormHttpMessageConverter());
      converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
    }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
    return new SingleSignOnService(registrations, refresh, people, engine);
  }

  /** Before all that asks whether somebody is logged in. */
  @Bean
  FilterRegistrationBean<SingleSignOnFilter> singleSignOnFilter(SingleSignOnService service) {
    FilterRegistrationBean<SingleSignOnFilter> filter = new FilterRegistrationBean<>(new SingleSignOnFilter(service));
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }

  @Bean
  @Order(-2)
  SecurityFilterChain singleSignOn(HttpSecurity http, SingleSignOnService service) throws Exception {
    OidcUserService users = new OidcUserService();
    users.setRetrieveUserInfo(request -> false);
    return http.securityMatcher(new OrRequestMatcher(SecurityConfiguration.path("/oauth2/**"),
            SecurityConfiguration.path("/login/**")))
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .oauth2Login(login -> login.loginPage(SingleSignOn.START)
            .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
            .authorizedClientRepository(new ClientOfThisRequest())
            .successHandler((request, response, person) -> begin(request, response, person, service))
            .failureHandler(SingleSignOnConfiguration::fail))
        // The login of the web applications is kept in the session, not another one beside it.
        .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void begin(HttpServletRequest request, HttpServletResponse response, Authentication person,
      SingleSignOnService service) throws IOException {
    String wanted = SingleSignOnFilter.wanted(request.getSession(false));
    try {
      Set<String> allowed = service.begin(request, ((OidcUser) person.getPrincipal()).getIdToken(),
          (OAuth2AuthorizedClient) request.getAttribute(CLIENT));
      String start = "/camunda/app/" + APPLICATIONS.stream().filter(allowed::contains).findFirst().orElseThrow()
          + "/default/";
      boolean closed = wanted == null || APPLICATIONS.stream().filter(one -> !allowed.contains(one))
          .anyMatch(one -> wanted.startsWith("/camunda/app/" + one + "/"));
      response.sendRedirect(closed ? start : wanted);
    } catch (NotAdmitted e) {
      LOG.warn("Login refused: {}", e.getMessage());
      response.sendRedirect(e.page());
    }
  }

  private static void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    LOG.warn("Login failed: {}", e.getMessage());
    response.sendRedirect(SingleSignOn.FAILED);
  }

  /** The tokens of a login are needed once, to begin the session. */
  private static final class ClientOfThisRequest implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, Authentication person,
        HttpServletRequest request) {
      return (T) request.getAttribute(CLIENT);
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request,
        HttpServletResponse response) {
      request.setAttribute(CLIENT, client);
    }

    @Override
    public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request,
        HttpServletResponse response) {
      request.removeAttribute(CLIENT);
    }
  }

  @Bean
  JwtDecoder accessTokens() {
    OAuth2TokenValidator<Jwt> validator = JwtValidators.createDefaultWithValidators(
        new JwtClaimValidator<String>(JwtClaimNames.ISS, issuer -> settings.issuer().equals(issuer)),
        new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(settings.clientId())));
    return new SupplierJwtDecoder(() -> {
      NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(settings.issuer());
      decoder.setJwtValidator(validator);
      return decoder;
    });
  }

  @Bean
  @Order(-1)
  SecurityFilterChain engineRestWithToken(HttpSecurity http, SingleSignOnPeople people, IdentityService identity,
      SecurityConfiguration answers) throws Exception {
    return withToken(http, "/engine-rest/**", people, new ActsInEngine(identity), answers);
  }

  @Bean
  @Order(0)
  SecurityFilterChain ownInterfaceWithToken(HttpSecurity http, SingleSignOnPeople people, IdentityService identity,
      ActingGroups actedFor, SecurityConfiguration answers) throws Exception {
    return withToken(http, "/api/**", people, new ActsInEngine(identity, actedFor), answers);
  }

  private SecurityFilterChain withToken(HttpSecurity http, String addresses, SingleSignOnPeople people,
      ActsInEngine acts, SecurityConfiguration answers) throws Exception {
    return http
        .securityMatcher(request -> isBearer(request) && SecurityConfiguration.path(addresses).matches(request))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(tokens -> tokens
            .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> person(token, people)))
            .authenticationEntryPoint((request, response, e) -> {
              LOG.info("Token refused: {}", e.getMessage());
              response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
              answers.answer(response, HttpServletResponse.SC_UNAUTHORIZED,
                  "Das Zugriffstoken gilt hier nicht oder nicht mehr.");
            }))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Requests with a token need none against forgery; handlers may ask for one all the same.
        .csrf(csrf -> csrf.csrfTokenRepository(new WebApplicationCsrfToken())
            .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterAfter(acts, BearerTokenAuthenticationFilter.class)
        .build();
  }

  private static boolean isBearer(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
  }

  /**
   * Who sends a token has the groups that stand in it; what the engine knows of the person's groups says the login.
   * Whoever is allowed nothing may not even do the tasks that are still theirs, or act for somebody who is absent.
   */
  private static AbstractAuthenticationToken person(Jwt token, SingleSignOnPeople people) {
    Set<String> groups = people.groups(token.getClaims());
    if (groups.isEmpty()) {
      throw new NotAdmitted(SingleSignOnPeople.NO_RIGHTS, "The token of " + token.getSubject() + " names no group");
    }
    return EngineLogin.of(people.user(token.getClaims(), groups), groups);
  }
}

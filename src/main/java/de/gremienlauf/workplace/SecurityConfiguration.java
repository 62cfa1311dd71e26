package de.gremienlauf.workplace;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.UserGroups;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may come in, in one place. Strangers come as far as {@link PublicAddresses} says. Programs use
 * {@code /engine-rest} with a password in each request. Everything else is for people who are logged in to the web
 * applications, and what is not named here is closed. The session belongs to the web applications: nothing here makes,
 * renews or fills one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String SESSION_ENDED = "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.";
  private static final String FORBIDDEN = "Dazu fehlt Ihnen das Recht. Wenn Sie angemeldet sind, laden Sie die Seite"
      + " bitte neu und versuchen Sie es noch einmal.";

  private static final RequestMatcher SETUP = new OrRequestMatcher(path("/camunda/api/admin/setup/**"),
      path("/camunda/app/admin/*/setup/**"));

  private final ObjectMapper json;

  SecurityConfiguration(ObjectMapper json) {
    this.json = json;
  }

  /** Keeps Spring Boot from inventing a user: people are known to the engine. */
  @Bean
  AuthenticationManager authenticationManager(IdentityService identity) {
    return new ProviderManager(new EnginePasswords(identity));
  }

  /** For who watches over the application, on a port of its own that nobody else reaches. */
  @Bean
  @Order(0)
  @Profile("production")
  SecurityFilterChain management(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http, AuthenticationManager passwords, IdentityService identity)
      throws Exception {
    AuthenticationEntryPoint askForPassword = (request, response, e) -> {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Gremienlauf\", charset=\"UTF-8\"");
      answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Bitte melden Sie sich mit Kennung und Passwort an.");
    };
    return http.securityMatcher(path("/engine-rest/**"))
        .authenticationManager(passwords)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(askForPassword))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(askForPassword))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterAfter(new ActsInEngine(identity), BasicAuthenticationFilter.class)
        .build();
  }

  /**
   * The login of the web applications is for everybody, their data for who is logged in; what a person may do with it
   * they and the engine decide. Nobody makes himself administrator.
   */
  @Bean
  @Order(2)
  SecurityFilterChain webApplications(HttpSecurity http, ProcessEngine engine) throws Exception {
    return http.securityMatcher(path("/camunda/**"))
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(SETUP).denyAll()
            .requestMatchers(PublicAddresses.matcher()).permitAll()
            .anyRequest().authenticated())
        .exceptionHandling(errors -> errors
            .defaultAuthenticationEntryPointFor((request, response, e) -> closed(request, response, engine), SETUP)
            .defaultAuthenticationEntryPointFor(this::sessionEnded, request -> true)
            .accessDeniedHandler((request, response, e) -> closed(request, response, engine)))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new WebApplicationLogin(engine), AnonymousAuthenticationFilter.class)
        .build();
  }

  /** The web applications send everybody to their setup page as long as nobody administers them. */
  private void closed(HttpServletRequest request, HttpServletResponse response, ProcessEngine engine)
      throws IOException {
    if (HttpMethod.GET.matches(request.getMethod())
        && engine.getIdentityService().createUserQuery().memberOfGroup(UserGroups.ADMINISTRATORS).count() > 0) {
      response.sendRedirect(TASKLIST);
    } else {
      answer(response, HttpServletResponse.SC_FORBIDDEN, FirstAdministrator.HOW_TO);
    }
  }

  @Bean
  @Order(3)
  SecurityFilterChain ownPages(HttpSecurity http, ProcessEngine engine, IdentityService identity,
      ActingGroups actedFor) throws Exception {
    AccessDeniedHandler forbidden =
        (request, response, e) -> answer(response, HttpServletResponse.SC_FORBIDDEN, FORBIDDEN);
    return http
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(PublicAddresses.matcher()).permitAll()
            .requestMatchers(path("/vorgaenge/**"), path("/sitzung/**"), path("/sitzungen/**"),
                path("/sitzungskalender/**"), path("/foerderung/**"), path("/suche/**"), path("/einstellungen/**"),
                path("/wochenliste/**"), path("/beschluesse/**"),
                path("/vertretung/**"), path("/neu/**"), path("/aufgaben/**"), path("/api/**")).authenticated()
            .anyRequest().denyAll())
        .exceptionHandling(errors -> errors
            .defaultAuthenticationEntryPointFor(this::sessionEnded, path("/api/**"))
            .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(TASKLIST), request -> true)
            .accessDeniedHandler(forbidden))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(new WebApplicationCsrfToken())
            .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .headers(headers -> headers
            .frameOptions(Customizer.withDefaults())
            .contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'")))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new WebApplicationLogin(engine), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new ActsInEngine(identity, actedFor), AnonymousAuthenticationFilter.class)
        .build();
  }

  private void sessionEnded(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    answer(response, HttpServletResponse.SC_UNAUTHORIZED, SESSION_ENDED);
  }

  /** Matches whatever servlet the address belongs to. */
  static PathPatternRequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  void answer(HttpServletResponse response, int status, String message) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(json.writeValueAsBytes(Map.of("message", message)));
  }
}

package de.gremienlauf.workplace;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login service of the city (OpenID Connect), in which people log in once for everything. Without an issuer there
 * is none, and everybody has a password in the database.
 *
 * @param issuer the address of the service, as it stands in its tokens
 * @param clientId this application's name there; a token for REST has to name it as its audience
 * @param groupsClaim where a token names the groups; dots lead into objects, as in {@code realm_access.roles}
 * @param groups the group of this product for each name in a token; if empty, both have the same names
 */
@ConfigurationProperties("gremienlauf.oidc")
record SingleSignOn(String issuer, String clientId, String clientSecret, @DefaultValue("groups") String groupsClaim,
    @DefaultValue Map<String, String> groups) {

  /** The only registration; the address that the service leads back to ends with it. */
  static final String REGISTRATION = "sso";
  static final String START = "/oauth2/authorization/" + REGISTRATION;
  static final String PAGES = "/anmeldung/";
  static final String FAILED = PAGES + "fehlgeschlagen.html";
}

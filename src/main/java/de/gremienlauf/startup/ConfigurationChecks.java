package de.gremienlauf.startup;

import de.gremienlauf.mail.Outbox;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Looks at the settings as soon as they are read, before a log is opened, and in production at the database and its
 * schema, too: an operator's mistake is said within seconds. A command of the console needs less than the web
 * application.
 */
public class ConfigurationChecks implements EnvironmentPostProcessor {

  private static final String PRODUCTION = "production";
  private static final String SAMPLE = "sample";
  private static final List<String> PROFILES = List.of(PRODUCTION, SAMPLE, "console");
  private static final String ADMINISTRATOR_ID = "gremienlauf.administrator.id";
  private static final String ADMINISTRATOR_PASSWORD = "gremienlauf.administrator.password";
  private static final String OIDC = "gremienlauf.oidc.";
  private static final int OIDC_SETTINGS = 3;
  /** What Java makes of an umlaut where the locale of the process knows none. */
  private static final char UNREADABLE = '\uFFFD';
  /** In small letters; the last one is the sample's. */
  private static final Set<String> WELL_KNOWN = Set.of("changeme", "change-me", "change_me", "password", "passwort",
      "kennwort", "geheim", "secret", "postgres", "admin", "administrator", "gremienlauf", "keycloak", "test", "123456",
      "12345678", "rheinufer-1388");

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      // The application is being packaged; nobody operates it, and what this machine has set must not go into it.
      if (!PreparedStart.isMeant(environment)) {
        throw new IllegalStateException("The environment or a file beside the build sets something that may decide about"
            + " beans (SPRING_..., SERVER_..., MANAGEMENT_..., CAMUNDA_..., GREMIENLAUF_OIDC_...): package without it");
      }
      return;
    }
    boolean web = application.getWebApplicationType() != WebApplicationType.NONE;
    verifyProfiles(environment);
    new KnownSettings().verify(environment);
    verifyLogFolder(environment);
    if (environment.acceptsProfiles(Profiles.of(PRODUCTION))) {
      verifyProduction(environment, web);
    } else if (Database.of(environment).isPostgres()) {
      Database.of(environment).verify();
    }
    if (web) {
      verifyPort(environment, "server");
      verifyPort(environment, "management.server");
    }
  }

  private static void verifyProduction(ConfigurableEnvironment environment, boolean web) {
    Database database = Database.of(environment);
    if (!web && database.url().startsWith("jdbc:h2:mem:")) {
      // A command with an engine of its own in memory.
      return;
    }
    database.mustBePostgres();
    verifySecret("spring.datasource.password", database.password(), database.user());
    if (web) {
      verifyInstallation(environment);
    }
    try (Schema schema = new Schema(database)) {
      Schema.State state = schema.state();
      if (web && state == Schema.State.EMPTY && needsAdministrator(environment)) {
        throw Mistake.ADMINISTRATOR_MISSING.with();
      }
      if (state != Schema.State.CURRENT) {
        if (!environment.getProperty("gremienlauf.schema.update-at-start", Boolean.class, true)) {
          throw Mistake.SCHEMA_OLDER.with(schema.pending().size());
        }
        schema.update();
      }
    }
  }

  /** A profile is known if it has a file of its own, be it ours or the operator's. */
  private static void verifyProfiles(ConfigurableEnvironment environment) {
    for (String profile : environment.getActiveProfiles()) {
      if (!PROFILES.contains(profile) && environment.getPropertySources().stream()
          .noneMatch(source -> source.getName().contains("application-" + profile + "."))) {
        throw Mistake.UNKNOWN_PROFILE.with(profile, PROFILES.stream()
            .min(Comparator.comparingInt(known -> KnownSettings.distance(known, profile))).orElseThrow());
      }
    }
    if (environment.acceptsProfiles(Profiles.of(PRODUCTION + " & " + SAMPLE))) {
      throw Mistake.SAMPLE_IN_PRODUCTION.with();
    }
  }

  private static void verifyLogFolder(ConfigurableEnvironment environment) {
    String file = environment.getProperty("logging.file.name", "");
    if (file.isBlank()) {
      return;
    }
    Path folder = Path.of(file).toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Mistake.NOT_WRITABLE.with(folder);
    }
    if (!Files.isWritable(folder)) {
      throw Mistake.NOT_WRITABLE.with(folder);
    }
  }

  /** What the web application needs to work for this city and no other. */
  private static void verifyInstallation(ConfigurableEnvironment environment) {
    for (String setting : List.of("gremienlauf.municipality", "gremienlauf.sender", "gremienlauf.mail.from")) {
      if (environment.getProperty(setting, "").indexOf(UNREADABLE) >= 0) {
        throw Mistake.UMLAUTS.with(setting);
      }
    }
    if (environment.getProperty("gremienlauf.municipality", "").isBlank()) {
      throw Mistake.MUNICIPALITY.with();
    }
    verifyBaseAddress(environment.getProperty("gremienlauf.mail.base-address", ""));
    if (environment.getProperty("spring.mail.host", "").isBlank()) {
      throw Mistake.MAIL_SERVER.with();
    }
    verifySender(environment.getProperty("gremienlauf.mail.from", ""),
        environment.getProperty("gremienlauf.mail.domain", ""));
    verifyRecipients(environment.getProperty("gremienlauf.operation.incident-recipients", ""));
    String administrator = environment.getProperty(ADMINISTRATOR_ID, "");
    String password = environment.getProperty(ADMINISTRATOR_PASSWORD, "");
    if (administrator.isBlank() != password.isBlank()) {
      throw Mistake.ADMINISTRATOR_INCOMPLETE.with();
    }
    if (!administrator.isBlank()) {
      verifySecret(ADMINISTRATOR_PASSWORD, password, administrator);
    }
    verifySingleSignOn(environment);
  }

  private static void verifySingleSignOn(ConfigurableEnvironment environment) {
    List<String> settings = Stream.of("issuer", "client-id", "client-secret").map(name -> OIDC + name)
        .filter(setting -> !environment.getProperty(setting, "").isBlank()).toList();
    if (settings.isEmpty()) {
      return;
    }
    if (settings.size() < OIDC_SETTINGS) {
      throw Mistake.OIDC_INCOMPLETE.with();
    }
    verifySecret(OIDC + "client-secret", environment.getProperty(OIDC + "client-secret"),
        environment.getProperty(OIDC + "client-id"));
  }

  private static void verifyBaseAddress(String address) {
    try {
      URI uri = URI.create(address);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && !uri.getHost().equals("localhost")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // No address at all: the same mistake.
    }
    throw Mistake.BASE_ADDRESS.with(address);
  }

  private static void verifySender(String from, String domain) {
    try {
      new InternetAddress(from, true);
    } catch (AddressException e) {
      throw Mistake.MAIL_SENDER.with(from);
    }
    if (!domain.matches("[A-Za-z0-9.-]+")) {
      throw Mistake.MAIL_SENDER.with(from);
    }
  }

  private static void verifyRecipients(String addresses) {
    for (String address : StringUtils.tokenizeToStringArray(addresses, ",")) {
      if (!Outbox.isAddress(address)) {
        throw Mistake.INCIDENT_RECIPIENTS.with(address);
      }
    }
  }

  private static void verifySecret(String setting, String secret, String user) {
    if (secret == null || secret.isBlank() || secret.equalsIgnoreCase(user)
        || WELL_KNOWN.contains(secret.toLowerCase(Locale.ROOT))) {
      throw Mistake.DEFAULT_SECRET.with(setting);
    }
  }

  /**
   * Whether somebody has to be named who administers, if the database knows nobody yet. Where people come from a single
   * sign-on, its groups say who does.
   */
  public static boolean needsAdministrator(Environment environment) {
    return environment.acceptsProfiles(Profiles.of(PRODUCTION))
        && environment.getProperty(ADMINISTRATOR_ID, "").isBlank() && environment.getProperty(OIDC + "issuer", "").isBlank();
  }

  private static void verifyPort(ConfigurableEnvironment environment, String server) {
    Integer port = environment.getProperty(server + ".port", Integer.class,
        server.equals("server") ? 8080 : 0);
    if (port <= 0) {
      return;
    }
    InetAddress address = environment.getProperty(server + ".address", InetAddress.class);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw Mistake.PORT_IN_USE.with(port, server.equals("server") ? "SERVER_PORT" : "MANAGEMENT_SERVER_PORT");
    }
  }
}

package de.gremienlauf.startup;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.aot.AotDetector;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Lets a node in production start with the beans that Spring looked for while the application was packaged, which saves
 * a quarter of a start. What decides about beans was asked then and is not asked again: so it is done only where all that
 * an operator has set is known to decide about none; otherwise the application starts as it does everywhere else.
 */
public final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final String SWITCH = "gremienlauf.start.prepared";
  private static final Set<String> PROFILES = Set.of("production");
  private static final String SETTINGS = "[application-production.yaml]";
  /** Whoever asks whether there is to be a bean asks for a setting below one of these. */
  private static final List<ConfigurationPropertyName> DECIDING =
      names("spring", "server", "management", "camunda", "gremienlauf");
  private static final List<ConfigurationPropertyName> OURS = names("gremienlauf");
  private static final List<ConfigurationPropertyName> OURS_DECIDING = names("gremienlauf.oidc");
  private static final List<ConfigurationPropertyName> HARMLESS = names("spring.profiles.active", "spring.config",
      "spring.aot.processing", "spring.aot.enabled",
      "spring.application.name", "spring.application.pid", "spring.application.version", "spring.application.title",
      "camunda.bpm.version", "camunda.bpm.formatted-version", "camunda.bpm.is-enterprise",
      "spring.datasource.url", "spring.datasource.username", "spring.datasource.password", "spring.datasource.hikari",
      "spring.mail.host", "spring.mail.port", "spring.mail.username", "spring.mail.password", "spring.mail.properties",
      "server.port", "server.address", "management.server.port", "management.server.address",
      "camunda.bpm.job-execution.lock-time-in-millis", "camunda.bpm.job-execution.wait-time-in-millis",
      "camunda.bpm.job-execution.max-wait", "camunda.bpm.job-execution.max-pool-size");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    String prepared = event.getSpringApplication().getMainApplicationClass().getName()
        + "__ApplicationContextInitializer";
    // While packaging it is about what was prepared the last time.
    boolean usable = ClassUtils.isPresent(prepared, null) && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    // Said either way: Spring would otherwise believe an option of the JVM.
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, String.valueOf(usable && isMeant(event.getEnvironment())));
  }

  /** Whether the beans for these settings are the prepared ones. */
  static boolean isMeant(ConfigurableEnvironment environment) {
    return environment.getProperty(SWITCH, Boolean.class, false)
        && PROFILES.containsAll(List.of(environment.getActiveProfiles()))
        && environment.getPropertySources().stream().anyMatch(file -> file.getName().contains(SETTINGS))
        && !CloudPlatform.CLOUD_FOUNDRY.isActive(environment)
        && ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
        && set(environment).noneMatch(PreparedStart::mayDecide);
  }

  /** What an operator has set, be it in a file, on the command line or in the process environment. */
  private static Stream<ConfigurationPropertyName> set(ConfigurableEnvironment environment) {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .filter(source -> !isOurs(source))
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
  }

  private static boolean isOurs(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof PropertySource<?> file
        && file.getName().startsWith("Config resource 'class path resource [application");
  }

  private static boolean mayDecide(ConfigurationPropertyName name) {
    return isOneOf(DECIDING, name) && !isOneOf(HARMLESS, name)
        && (!isOneOf(OURS, name) || isOneOf(OURS_DECIDING, name));
  }

  private static boolean isOneOf(List<ConfigurationPropertyName> known, ConfigurationPropertyName name) {
    return known.stream().anyMatch(other -> other.equals(name) || other.isAncestorOf(name));
  }

  private static List<ConfigurationPropertyName> names(String... names) {
    return Stream.of(names).map(ConfigurationPropertyName::of).toList();
  }
}

package de.gremienlauf.support;

import static org.assertj.core.api.Assertions.fail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with a real Keycloak as its login service. As this is another application than that of the
 * other tests, they run in a JVM of their own. Without Keycloak's distribution they are skipped, unless the environment
 * is to have it: {@code CI} is set.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithKeycloak.IsThere.class)
@IntegrationTest
@ContextConfiguration(initializers = {TestDatabase.class, MailServer.class, WithKeycloak.LoginService.class})
public @interface WithKeycloak {

  /** Asks for the distribution before anything is started. */
  class IsThere implements ExecutionCondition {

    private static final String MISSING = "No Keycloak: fetch it with mvn dependency:copy"
        + " -Dartifact=org.keycloak:keycloak-quarkus-dist:26.7.3:tar.gz -DoutputDirectory=" + Keycloak.FOLDER;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Keycloak.archive() != null) {
        return ConditionEvaluationResult.enabled("Keycloak is there");
      }
      if (System.getenv("CI") != null) {
        fail(MISSING);
      }
      return ConditionEvaluationResult.disabled(MISSING);
    }
  }

  /** Starts Keycloak beside the application, which does not need it before somebody logs in. */
  class LoginService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      int port = FreePort.next();
      TestPropertyValues.of("server.port=" + port, "gremienlauf.oidc.issuer=" + Keycloak.start(port).issuer(),
          "gremienlauf.oidc.client-id=" + Keycloak.CLIENT, "gremienlauf.oidc.client-secret=" + Keycloak.SECRET)
          .applyTo(context);
    }
  }
}

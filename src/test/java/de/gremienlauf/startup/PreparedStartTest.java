package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.gremienlauf.GremienlaufApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;

/** Prepared beans are for settings that are known to decide about none. */
class PreparedStartTest {

  private static final String PRODUCTION = "--spring.config.additional-location=classpath:application-production.yaml";

  @TempDir Path folder;

  @Test
  void aNodeInProductionStartsWithThePreparedBeans() {
    assertThat(isMeant(PRODUCTION)).isTrue();
  }

  @Test
  void nobodyElseDoes() {
    assertThat(isMeant()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.datasource.hikari.maximum-pool-size=5", "spring.mail.host=mail.stadt.example",
      "spring.mail.properties.mail.smtp.starttls.enable=true", "management.server.address=127.0.0.1",
      "logging.level.root=warn", "gremienlauf.municipality=Prüfstadt", "gremienlauf.number-circles.XY=%d/%d",
      "camunda.bpm.job-execution.max-wait=3000"})
  void whatDecidesAboutNoBeanIsNoHindrance(String setting) {
    assertThat(isMeant(PRODUCTION, "--" + setting)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gremienlauf.start.prepared=false", "gremienlauf.oidc.issuer=https://login.stadt.example",
      "gremienlauf.oidc.clientId=gremienlauf", "spring.profiles.active=console",
      "spring.liquibase.enabled=true", "spring.application.admin.enabled=true", "spring.mail.jndi-name=mail",
      "spring.threads.virtual.enabled=true",
      "server.ssl.bundle=stadt", "management.server.port=-1", "management.health.mail.enabled=true",
      "camunda.bpm.job-execution.enabled=false", "camunda.bpm.webapp.enabled=false"})
  void whatMayDecideIsOne(String setting) {
    assertThat(isMeant(PRODUCTION, "--" + setting)).isFalse();
  }

  @Test
  void whereProductionsSettingsAreMissingItsBeansAreNotUsed() {
    assertThat(isMeant("--gremienlauf.start.prepared=true", "--management.server.address=127.0.0.1")).isFalse();
  }

  /** One port for both has other beans than two. */
  @Test
  void onePortForEverythingIsOne() {
    assertThat(isMeant(PRODUCTION, "--server.port=18443", "--management.server.port=18443")).isFalse();
  }

  @Test
  void itDoesNotMatterWhereSomethingIsSet() throws IOException {
    Path file = Files.writeString(folder.resolve("application.yaml"), "spring.main.lazy-initialization: true");
    assertThat(isMeant(PRODUCTION + "," + file.toUri())).isFalse();
    Files.writeString(file, "logging.level.root: warn");
    assertThat(isMeant(PRODUCTION + "," + file.toUri())).isTrue();
    System.setProperty("spring.main.lazy-initialization", "true");
    try {
      assertThat(isMeant(PRODUCTION)).isFalse();
    } finally {
      System.clearProperty("spring.main.lazy-initialization");
    }
  }

  @Test
  void whatOurOwnBeansDependOnMayDecide() {
    Set<String> settings = new TreeSet<>();
    Set<String> profiles = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("de.gremienlauf")) {
      Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream()).forEach(part -> {
        part.tryGetAnnotationOfType(ConditionalOnProperty.class).ifPresent(found -> settings.addAll(settings(found)));
        part.tryGetAnnotationOfType(Profile.class).ifPresent(found -> profiles.addAll(Arrays.asList(found.value())));
      });
    }
    assertThat(settings).contains("gremienlauf.oidc.issuer")
        .allSatisfy(setting -> assertThat(isMeant(PRODUCTION, "--" + setting + "=x")).isFalse());
    assertThat(profiles).containsExactly("production", "sample");
  }

  private static Set<String> settings(ConditionalOnProperty condition) {
    String prefix = condition.prefix().isEmpty() ? "" : condition.prefix() + ".";
    return Stream.of(condition.name(), condition.value()).flatMap(Stream::of).map(name -> prefix + name)
        .collect(Collectors.toSet());
  }

  /** Asks as a start does once all settings have been read, and goes no further. */
  private boolean isMeant(String... arguments) {
    AtomicReference<Boolean> answer = new AtomicReference<>();
    SpringApplication application = new SpringApplication(GremienlaufApplication.class);
    application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) event -> {
      answer.set(PreparedStart.isMeant(event.getEnvironment()));
      throw new AbandonedRunException();
    });
    Stream<String> unlessGiven = Stream.of("server.port", "management.server.port")
        .filter(port -> Stream.of(arguments).noneMatch(argument -> argument.startsWith("--" + port)))
        .map(port -> "--" + port + "=0");
    Stream<String> always = Stream.of("--spring.datasource.url=jdbc:h2:mem:never",
        "--logging.file.name=" + folder.resolve("log/application.log"));
    // The log of the other tests in this JVM stays as it is; a start keeps its format in properties of the JVM.
    Properties before = (Properties) System.getProperties().clone();
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try {
      application.run(Stream.of(unlessGiven, always, Stream.of(arguments)).flatMap(Function.identity())
          .toArray(String[]::new));
    } catch (AbandonedRunException e) {
      return answer.get();
    } finally {
      System.setProperties(before);
    }
    throw new AssertionError("started");
  }
}

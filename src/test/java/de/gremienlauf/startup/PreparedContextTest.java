package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.gremienlauf.GremienlaufApplication;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;

/** The beans that were found while packaging are those that a start with an operator's settings would find. */
class PreparedContextTest {

  private static final String PREPARED = GremienlaufApplication.class.getName() + "__ApplicationContextInitializer";
  private static final int AT_LEAST = 700;
  /** What looks for beans, what only prepared ones need, and what the libraries of the tests bring. */
  private static final Set<String> OF_THE_ONE_OR_THE_OTHER = Set.of(
      "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory",
      "org.springframework.context.annotation.internalAutowiredAnnotationProcessor",
      "org.springframework.context.annotation.internalCommonAnnotationProcessor",
      "org.springframework.context.annotation.internalConfigurationAnnotationProcessor",
      "data-jdbc.repository-aot-processor#0",
      "org.springframework.context.annotation.internalImportAwareAotProcessor",
      "org.springframework.modulith.core.config.ApplicationModuleInitializerRuntimeVerification",
      "org.springframework.boot.autoconfigure.gson.GsonAutoConfiguration",
      "org.springframework.boot.autoconfigure.http.GsonHttpMessageConvertersConfiguration",
      "spring.gson-org.springframework.boot.autoconfigure.gson.GsonProperties",
      "standardGsonBuilderCustomizer", "gsonBuilder", "gson");

  @Test
  void preparedBeansAreTheOnesOfAStart() throws Exception {
    boolean packaged = ClassUtils.isPresent(PREPARED, null);
    assumeTrue(packaged || System.getenv("CI") != null, PREPARED + " is missing: mvn package makes it");
    GenericApplicationContext prepared = new GenericApplicationContext();
    initializer().initialize(prepared);
    GenericApplicationContext ordinary = ordinary(List.of("--spring.profiles.active=production",
        "--spring.datasource.url=jdbc:postgresql://datenbank:5432/gremienlauf", "--spring.datasource.username=stadt",
        "--spring.datasource.password=Rathaus-am-Fluss-9", "--spring.datasource.hikari.maximum-pool-size=5",
        "--spring.mail.host=mail.stadt.example", "--spring.mail.port=25", "--spring.mail.username=gremien",
        "--spring.mail.password=Rathaus-am-Fluss-9", "--spring.mail.properties.mail.smtp.starttls.enable=true",
        "--server.port=8443", "--server.address=127.0.0.1", "--management.server.port=9443",
        "--management.server.address=0.0.0.0", "--logging.level.root=warn", "--gremienlauf.municipality=Prüfstadt",
        "--gremienlauf.schema.update-at-start=false", "--gremienlauf.administrator.id=leitung",
        "--camunda.bpm.job-execution.lock-time-in-millis=60000", "--camunda.bpm.job-execution.max-wait=3000",
        "--camunda.bpm.job-execution.wait-time-in-millis=1000", "--camunda.bpm.job-execution.max-pool-size=3"));
    Set<String> found = types(ordinary);
    Set<String> known = types(prepared);
    assertThat(known).hasSizeGreaterThan(AT_LEAST);
    assertThat(minus(known, found)).as("prepared, but a start would not find them").isEmpty();
    assertThat(minus(found, known)).as("found by a start, but not prepared").isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static ApplicationContextInitializer<GenericApplicationContext> initializer() throws Exception {
    var constructor = Class.forName(PREPARED).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (ApplicationContextInitializer<GenericApplicationContext>) constructor.newInstance();
  }

  /** All beans are defined, none is made. */
  private static GenericApplicationContext ordinary(List<String> settings) {
    List<GenericApplicationContext> loaded = new ArrayList<>();
    // The log of the other tests in this JVM stays as it is; a start keeps its format in properties of the JVM.
    Properties before = (Properties) System.getProperties().clone();
    System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try {
      SpringApplication.withHook(application -> new SpringApplicationRunListener() {
        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
          loaded.add((GenericApplicationContext) context);
          throw new AbandonedRunException(context);
        }
      }, () -> new SpringApplication(GremienlaufApplication.class).run(settings.toArray(String[]::new)));
    } catch (AbandonedRunException e) {
      loaded.get(0).refreshForAotProcessing(new RuntimeHints());
    } finally {
      System.setProperties(before);
    }
    return loaded.get(0);
  }

  /** Each bean with the type by which it is declared, and whether it goes before others of that type. */
  private static Set<String> types(GenericApplicationContext context) {
    Set<String> found = new TreeSet<>();
    for (String name : context.getBeanDefinitionNames()) {
      BeanDefinition definition = context.getBeanFactory().getMergedBeanDefinition(name);
      Class<?> type = ClassUtils.getUserClass(definition.getResolvableType().toClass());
      if (!OF_THE_ONE_OR_THE_OTHER.contains(name) && !isOfTheTests(type)) {
        found.add(name + " " + type.getName() + (definition.isPrimary() ? " primary" : ""));
      }
    }
    return found;
  }

  private static boolean isOfTheTests(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source != null && source.getLocation().getPath().endsWith("/test-classes/");
  }

  private static Set<String> minus(Set<String> one, Set<String> other) {
    Set<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }
}

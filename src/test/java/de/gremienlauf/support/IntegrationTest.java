package de.gremienlauf.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application: the real engine, the real database, due jobs run by the test itself. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "camunda.bpm.job-execution.enabled=false",
    // Where nobody administers them, the web applications let nobody in.
    "gremienlauf.administrator.id=verwaltung",
    "gremienlauf.administrator.password=" + People.PASSWORD,
    "logging.file.name=target/test.log"})
@ExtendWith(LeavesNothingRunning.class)
@ContextConfiguration(initializers = {TestDatabase.class, MailServer.class})
public @interface IntegrationTest {
}

package de.gremienlauf;

import de.gremienlauf.startup.PreparedStart;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.metrics.data.RepositoryMetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Gremienlauf: a web application with an embedded process engine, or one of its console commands. Calls of
 * repositories are not timed: that says nothing which latency and the database do not.
 */
@SpringBootApplication(exclude = RepositoryMetricsAutoConfiguration.class)
@ConfigurationPropertiesScan
public class GremienlaufApplication {

  public static void main(String[] args) {
    // The engine stores moments without their zone: every node has to mean the same, whatever its machine is set to.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (Console.isMeant(args)) {
      System.exit(new Console(System.out, System.err).run(List.of(args)));
    }
    SpringApplication application = new SpringApplication(GremienlaufApplication.class);
    application.addListeners(new PreparedStart());
    application.run(args);
  }
}

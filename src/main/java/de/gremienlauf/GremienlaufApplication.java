package de.gremienlauf;

import java.util.List;
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
    if (Console.isMeant(args)) {
      System.exit(new Console(System.out, System.err).run(List.of(args)));
    }
    SpringApplication.run(GremienlaufApplication.class, args);
  }
}

package de.gremienlauf;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Gremienlauf: a web application with an embedded process engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GremienlaufApplication {

  public static void main(String[] args) {
    SpringApplication.run(GremienlaufApplication.class, args);
  }
}

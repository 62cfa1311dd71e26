package de.gremienlauf.engine.web;

import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.Unrestricted;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guard behind Spring Security, which knows who asks, and before the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class RequestGuardConfiguration {

  @Bean
  FilterRegistrationBean<RequestGuard> requestGuard(TaskService tasks, FormFields fields,
      RepositoryService repository, FormService forms, IdentityService identity, Unrestricted unrestricted) {
    FilterRegistrationBean<RequestGuard> registration =
        new FilterRegistrationBean<>(new RequestGuard(tasks, fields, repository, forms, unrestricted,
            new TaskDatesUpdate(tasks, identity, unrestricted)));
    registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
    registration.setOrder(0);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BoundedQueries> boundedQueries(
      @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int limit) {
    FilterRegistrationBean<BoundedQueries> registration = new FilterRegistrationBean<>(new BoundedQueries(limit));
    registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
    return registration;
  }
}

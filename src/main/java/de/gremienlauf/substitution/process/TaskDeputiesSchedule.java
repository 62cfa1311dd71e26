package de.gremienlauf.substitution.process;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute whether a new day has begun, where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class TaskDeputiesSchedule {

  private final TaskDeputies deputies;

  TaskDeputiesSchedule(TaskDeputies deputies) {
    this.deputies = deputies;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
  void look() {
    deputies.look();
  }
}
